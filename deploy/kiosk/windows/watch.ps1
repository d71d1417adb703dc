# Starts the wall's browser and watches over it. kiosk.cmd hands over settings and flags.
#
# The browser is asked for its pages on a port of 127.0.0.1 that it chooses anew at every start.
# No answer: the browser hangs. The wall's title stays as it was: the page hangs, has crashed, or is
# not the wall. It counts looks, not time: the clock of a machine that has just started may jump.
$ErrorActionPreference = 'Stop'

$checkSeconds = 20
$answerSeconds = 5
$browserMisses = 3
$pageMisses = 10
$firstWait = 2
$lastWait = 600
$goodLooks = 30

$address = $env:QINGLAN_ADDRESS
$folder = $env:QINGLAN_FOLDER
# The port is on this machine: no proxy has a part in it.
[System.Net.WebRequest]::DefaultWebProxy = $null

function Write-Log($text) {
    Add-Content -Path "$folder\watch.log" -Value "$(Get-Date -Format s) $text"
}

function Find-Browser {
    $roots = @($env:ProgramFiles, ${env:ProgramFiles(x86)}, $env:LOCALAPPDATA)
    $chrome = $roots | ForEach-Object { "$_\Google\Chrome\Application\chrome.exe" }
    $edge = $roots | ForEach-Object { "$_\Microsoft\Edge\Application\msedge.exe" }
    @($env:QINGLAN_BROWSER) + $chrome + $edge |
        Where-Object { $_ -and (Test-Path $_) } |
        Select-Object -First 1
}

# Everything that was started with this folder, also by an earlier watch.
function Stop-Browser {
    Get-CimInstance Win32_Process |
        Where-Object { $_.CommandLine -like '*--user-data-dir=*' -and $_.CommandLine.Contains($folder) } |
        ForEach-Object { Stop-Process -Id $_.ProcessId -Force -ErrorAction SilentlyContinue }
}

function Start-Browser($browser) {
    Remove-Item "$folder\DevToolsActivePort" -ErrorAction SilentlyContinue
    # Edge's --kiosk is a mode of its own, in which windows may be InPrivate
    # (MicrosoftDocs/Edge-Enterprise#404): it gets plain full screen.
    $screen = if ($browser -like '*msedge.exe') { '--start-fullscreen' } else { '--kiosk' }
    $arguments = @(
        $screen,
        "--app=`"$address`"",
        "--user-data-dir=`"$folder`"",
        '--remote-debugging-port=0',
        $env:QINGLAN_FLAGS
    )
    Start-Process -FilePath $browser -ArgumentList $arguments -PassThru
}

# The titles of its pages, from the browser itself; throws where it does not answer.
function Get-Title {
    $port = Get-Content "$folder\DevToolsActivePort" -TotalCount 1
    $targets = Invoke-RestMethod "http://127.0.0.1:$port/json/list" -TimeoutSec $answerSeconds
    ($targets | Where-Object { $_.type -eq 'page' } | ForEach-Object { $_.title }) -join ' '
}

# Watches until the browser has to be replaced; returns why.
function Watch-Browser($process) {
    $unanswered = 0
    $unchanged = 0
    $looks = 0
    $title = ''
    while (-not $process.WaitForExit($checkSeconds * 1000)) {
        try {
            $now = Get-Title
            $unanswered = 0
            $unchanged = if ($now -ceq $title) { $unchanged + 1 } else { 0 }
            $title = $now
        } catch {
            $unanswered += 1
        }
        if ($unanswered -ge $browserMisses) { return 'the browser hangs' }
        if ($unchanged -ge $pageMisses) { return 'the page hangs' }
        $looks += 1
        if ($looks -ge $goodLooks) { $script:delay = $firstWait }
    }
    return 'the browser has gone'
}

New-Item -ItemType Directory -Path $folder -Force | Out-Null
$browser = Find-Browser
if (-not $address -or -not $browser) {
    Write-Log 'settings.cmd names no address, or there is neither Chrome nor Edge'
    exit 78
}

$delay = $firstWait
while ($true) {
    Stop-Browser
    $process = Start-Browser $browser
    Write-Log "browser started: $($process.Id)"
    $reason = Watch-Browser $process
    # Time to write what it has in memory, if it can.
    if (-not $process.HasExited -and $process.CloseMainWindow()) {
        $process.WaitForExit(10000) | Out-Null
    }
    Write-Log "$reason; starting again in $delay s"
    Start-Sleep -Seconds $delay
    $delay = [Math]::Min($delay * 2, $lastWait)
}

@echo off
rem Starts the wall: settings, flags, then the watch, which starts the browser.
setlocal
call "%~dp0settings.cmd"

rem Neither a welcome nor a question at the first start.
set "FLAGS=--no-first-run --no-default-browser-check"
rem No "Restore pages?" after a crash.
set "FLAGS=%FLAGS% --hide-crash-restore-bubble"
rem No error window that waits for a click.
set "FLAGS=%FLAGS% --noerrdialogs"
rem Clock and rotation go on at full pace when something covers the window.
set "FLAGS=%FLAGS% --disable-background-timer-throttling"
set "FLAGS=%FLAGS% --disable-renderer-backgrounding"
set "FLAGS=%FLAGS% --disable-backgrounding-occluded-windows"
rem No offer to translate; Windows does not count a window as covered when the monitor is off.
set "FLAGS=%FLAGS% --disable-features=Translate,CalculateNativeWinOcclusion"
rem On a touch screen a swipe does not leave the page, and two fingers do not enlarge it.
set "FLAGS=%FLAGS% --overscroll-history-navigation=0 --disable-pinch"
rem The watch adds full screen, the address, the folder and a debugging port on 127.0.0.1.
rem Never --incognito or --inprivate: that would forget the data at every start.
set "QINGLAN_FLAGS=%FLAGS%"

powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0watch.ps1"
exit /b %ERRORLEVEL%

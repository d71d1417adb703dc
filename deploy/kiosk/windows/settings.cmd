rem Settings of this machine; updates leave this file alone. README.md explains it in Chinese.

rem The address of the wall, required. Write %% for each % in it.
set "QINGLAN_ADDRESS="

rem Chrome or Edge; found by itself if empty.
set "QINGLAN_BROWSER="

rem The browser's own folder. It holds the offline data: nowhere that is emptied.
set "QINGLAN_FOLDER=%LOCALAPPDATA%\qinglan-kiosk"

@echo off
rem Opens Entente's page in the browser. The first time it installs Entente into this folder; that needs no network.
cd /d "%~dp0"
for %%p in ("py -3.13" "py -3.12" "py -3.11" "python") do (
    %%~p start.py --fits >nul 2>nul
    if not errorlevel 1 (
        %%~p start.py %*
        goto end
    )
)
python start.py --fits
echo No Python on this machine fits: see READ-ME-FIRST.txt.
:end
if errorlevel 1 pause

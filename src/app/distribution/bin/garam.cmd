@echo off
rem Runs Garam's command line.
rem   bin\garam --help
rem GARAM_JAVA_OPTS holds further options for the JVM; JAVA_HOME says which one.
setlocal
set "home=%~dp0.."
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -Dfile.encoding=UTF-8 "-Dgaram.home=%home%" %GARAM_JAVA_OPTS% -cp "%home%\lib\*" io.garam.app.Garam %*
exit /b %ERRORLEVEL%

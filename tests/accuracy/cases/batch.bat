@echo off
rem TODO: a line
:: TODO: of the other kind
echo rem XXX

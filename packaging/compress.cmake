# Writes INPUT to OUTPUT with gzip, the same bytes each time. Run as a script: cmake -DINPUT=… -DOUTPUT=… -P compress.cmake
execute_process(COMMAND gzip -9 -n -c ${INPUT} OUTPUT_FILE ${OUTPUT} COMMAND_ERROR_IS_FATAL ANY)

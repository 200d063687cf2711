#include <sqlite3.h>

/// Lets no SQL write to the schema or to other places by which a file could be made to harm. The function of SQLite takes any number of
/// arguments, and so can't be called from Swift.
static inline int nianbao_make_defensive(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

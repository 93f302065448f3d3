/// What differs between the SQL of the engines; nowhere else may a query know its engine.
///
/// The common ground, tried on both: aggregates, common table expressions, windows, `FILTER`, joins, `CASE`, exact
/// decimals, `day + INTERVAL '2' DAY` compared with days, `||`. Beyond it: no `QUALIFY`, no quoted names, `NULLS FIRST`
/// or `LAST` with every order that matters, no division of whole numbers.
package enum Dialect: String, Sendable, CaseIterable {
    case duckDB = "duckdb"
    case spark
    /// Sail, which speaks the protocol of Spark Connect in one small process: for tests and trials. It has no settings of
    /// Spark and keeps no table, so that faults in values may be NULLs there.
    case sail

    /// The rows of stored files as a relation for `FROM`.
    ///
    /// - Parameter pattern: the path of a file, or of several: `/folder/part-*.parquet`.
    package func files(_ pattern: String) -> String {
        switch self {
        case .duckDB: "read_parquet(\(text(pattern)))"
        case .spark, .sail: "parquet.`\(pattern.replacing("`", with: "``"))`"
        }
    }

    /// Makes a name of stored files that several questions rest on.
    ///
    /// Spark lists files and reads their columns once then, and not anew in each question.
    ///
    /// - Parameter pattern: as of `files`.
    package func stored(_ name: String, _ pattern: String) -> String {
        switch self {
        case .duckDB: view(name, of: "SELECT * FROM \(files(pattern))")
        case .spark, .sail: "CREATE OR REPLACE TEMPORARY VIEW \(name) USING parquet OPTIONS (path \(text(pattern)))"
        }
    }

    /// A text in quotation marks.
    package func text(_ text: String) -> String {
        switch self {
        case .duckDB: SQLText.quoted(text)
        // A backslash is an escape there, and of a doubled quotation mark Sail makes none at all.
        case .spark, .sail: "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }
    }

    /// Makes a name of a query for what follows in the session.
    package func view(_ name: String, of query: String) -> String {
        "CREATE OR REPLACE TEMPORARY VIEW \(name) AS \(query)"
    }

    /// The same of a query that is asked for more than once: its rows are found once and kept while the session lasts.
    package func kept(_ name: String, of query: String) -> String {
        switch self {
        case .duckDB: "CREATE OR REPLACE TEMPORARY TABLE \(name) AS \(query)"
        case .spark: "CACHE TABLE \(name) AS \(query)"
        case .sail: view(name, of: query)
        }
    }

    /// How a question is asked whose answer may have many rows: what is run before, and the question.
    ///
    /// DuckDB works an answer out with fewer threads while it is drawn: a sixth longer for all rules of challenges.
    package func gathered(_ query: String) -> (before: String?, query: String) {
        switch self {
        case .duckDB: ("CREATE OR REPLACE TEMPORARY TABLE gathered AS \(query)", "SELECT * FROM gathered")
        case .spark, .sail: (nil, query)
        }
    }

    /// The whole quotient of two whole numbers, rounded towards nought; a plain `/` divides differently in each.
    package func quotient(_ dividend: String, _ divisor: String) -> String {
        switch self {
        case .duckDB: "((\(dividend)) // (\(divisor)))"
        case .spark, .sail: "((\(dividend)) div (\(divisor)))"
        }
    }

    /// Days from one day to another, a whole number.
    package func days(from start: String, to end: String) -> String {
        switch self {
        case .duckDB: "date_diff('day', \(start), \(end))"
        case .spark, .sail: "date_diff(\(end), \(start))"
        }
    }

    /// What a session is told before its first question: faults in values are errors and no NULLs, times are UTC.
    var session: [String] {
        switch self {
        case .duckDB, .sail: []
        case .spark: ["SET spark.sql.ansi.enabled = true", "SET spark.sql.session.timeZone = UTC"]
        }
    }
}

package import Vocabulary

/// Something that answers SQL: DuckDB in this process (`Engine`), or a Spark cluster (`SparkEngine`).
///
/// Queries run one after another, each waiting for its end. What a query says beyond the common ground comes from
/// `dialect`; nothing else tells which engine it is.
package protocol QueryEngine: AnyObject, Sendable {
    var dialect: Dialect { get }

    /// Asks one question and reads the whole answer into memory.
    ///
    /// - Throws: `Refusal` of kind `engine`: `engine-failed` in the engine's words, `engine-cancelled`, `engine-type` for
    ///   a column of a type that is not read here; of a cluster also `spark-unreachable` and `spark-lost`.
    func query(_ sql: String) throws(Refusal) -> EngineAnswer

    /// Stops the query that runs, if one does; it ends with the refusal `engine-cancelled`. From any thread. An engine
    /// elsewhere may be of no use afterwards.
    func cancel()
}

extension QueryEngine {
    /// Runs one statement whose answer, if it has one, is not wanted.
    package func run(_ sql: String) throws(Refusal) { _ = try query(sql) }

    /// Makes a name of a query for what follows.
    package func define(_ name: String, as query: String) throws(Refusal) { try run(dialect.view(name, of: query)) }
}

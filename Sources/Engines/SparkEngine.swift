import Foundation
import Synchronization
package import Vocabulary

/// A Spark cluster, reached through the Spark Connect server in front of it.
///
/// It reads the same Parquet files as DuckDB does, from where its own workers see them, and answers the same SQL. Each
/// value is one session of the server, with its own views; the session ends with it. Queries run one after another,
/// each waiting for its end. `cancel` may be called from another thread, and ends the session: whatever is asked
/// afterwards is refused as `engine-cancelled`.
package final class SparkEngine: QueryEngine {
    package let dialect: Dialect
    package let address: SparkAddress
    /// The name of the session, by which another process can end it.
    package let session: String
    /// As the server says it: `4.3.0`.
    package let version: String
    private let library: SparkLibrary
    private let connection: EngineConnection
    private let isOver = Mutex(false)

    /// - Parameters:
    ///   - dialect: `sail` where the server is Sail.
    ///   - session: a UUID, of no other session.
    /// - Throws: `Refusal`: `spark-unreachable` where no server of Spark Connect answers at the address;
    ///   `spark-not-admitted`.
    package init(
        _ library: SparkLibrary, at address: SparkAddress, dialect: Dialect = .spark,
        session: String = SparkEngine.newSession()
    ) throws(Refusal) {
        self.dialect = dialect
        self.library = library
        self.address = address
        self.session = session
        connection = try SparkEngine.connection(library, address, session)
        do throws(Refusal) {
            let answer = try connection.query("SELECT version() AS version")
            version = answer["version"].texts?.first??.split(separator: " ").first.map(String.init) ?? "unknown"
        } catch {
            guard error.code == "spark-lost" else { throw error }
            throw Refusal(
                .engine, code: "spark-unreachable",
                "No server of Spark Connect answers at \(address): \(SparkEngine.reason(error.sentence)).",
                remedy: "Start the cluster and its Connect server, or look at the address; docs/spark.md says how.")
        }
        for statement in dialect.session { try run(statement) }
    }

    package static func newSession() -> String { UUID().uuidString.lowercased() }

    package func query(_ sql: String) throws(Refusal) -> EngineAnswer {
        func stopped() -> Refusal {
            Refusal(.engine, code: "engine-cancelled", "Spark was stopped before it was done.")
        }
        guard !isOver.withLock({ $0 }) else { throw stopped() }
        do throws(Refusal) {
            return try connection.query(sql)
        } catch {
            // What the end of the session makes of the query depends on which word of it comes first.
            throw isOver.withLock { $0 } ? stopped() : error
        }
    }

    /// Ends the session and what runs in it, here and on the cluster; some seconds where the server does not answer.
    package func cancel() {
        isOver.withLock { $0 = true }
        connection.cancelStatement()
        SparkEngine.end(session, library, at: address)
    }

    /// Ends a session of another process that cannot do so any more: the cluster would go on with what it was asked.
    ///
    /// Does nothing where the session or the server is not there.
    package static func end(_ session: String, _ library: SparkLibrary, at address: SparkAddress) {
        // The driver tells the server nothing when a query is given up; the end of a session it does tell.
        _ = try? connection(library, address, session)
    }

    private static func connection(
        _ library: SparkLibrary, _ address: SparkAddress, _ session: String
    ) throws(Refusal) -> EngineConnection {
        try EngineConnection(
            library.driver, options: [("uri", address.uri), ("adbc.spark.session_id", session)],
            fault: EngineFault(who: "Spark", address: address))
    }

    /// What a person can use of a transport's words: their end.
    private static func reason(_ sentence: String) -> String {
        guard let end = sentence.split(separator: ": ").last else { return sentence }
        return end.split(separator: "\"").first.map(String.init) ?? String(end)
    }
}

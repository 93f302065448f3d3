/// Which engine a worker opens, and within which limits; the first line that it is told.
struct EngineJob: Codable, Sendable {
    /// Of the dialect: `duckdb`, `spark` or `sail`.
    var engine: String
    /// The path of its library.
    var library: String
    var address: String?
    var session: String?
    var threads = 1
    var memory = 1 << 30
    var folders: [String] = []
    var temporaryFolder: String?

    init(_ library: EngineLibrary, limits: EngineLimits) {
        engine = Dialect.duckDB.rawValue
        self.library = library.path
        (threads, memory, folders) = (limits.threads, limits.memory, limits.folders)
        temporaryFolder = limits.temporaryFolder
    }

    init(_ library: SparkLibrary, at address: SparkAddress, dialect: Dialect, session: String) {
        engine = dialect.rawValue
        self.library = library.path
        self.address = address.uri
        self.session = session
    }
}

/// What a worker is asked, one JSON object a line.
struct EngineRequest: Codable {
    var sql: String
}

/// What a worker answers, one JSON object a line; after one with `columns` come that many bytes of values.
struct EngineReply: Codable {
    /// The engine's version, once, when it is open.
    var ready: String?
    var columns: [Column]?
    var rows = 0
    var bytes = 0
    var refusal: Failure?

    struct Column: Codable {
        var name: String
        var type: String
        var scale: Int?
    }

    struct Failure: Codable {
        var kind: String
        var code: String
        var sentence: String
        var remedy: String?
    }
}

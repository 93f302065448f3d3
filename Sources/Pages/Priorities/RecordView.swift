import Markup
public import Priorities
public import Tabular
public import Vocabulary

/// All that a published record shows: the same view gives the same bytes.
public struct RecordView: Sendable {
    /// Not linked to the application.
    public let reading: RoundReading
    /// Whose record it is: `Wexbourne ICB`.
    public var holder: String
    public var journal: JournalHead
    /// Every file and working on which the record rests.
    public var inputs: [Input]
    /// Files that lie beside the pages, such as the record as JSON.
    public var files: [PublishedFile]
    /// True where the figures are made up: every page says so.
    public var isInvented: Bool
    /// Remit's own version.
    public var version: String
    /// How the decision differs from one that was set aside on appeal; nil where none was.
    public var changes: Table?

    /// The last line of the journal when the record was made.
    public struct JournalHead: Hashable, Sendable {
        public var sequence: Int
        public var digest: EvidenceID

        public init(sequence: Int, digest: EvidenceID) {
            self.sequence = sequence
            self.digest = digest
        }
    }

    /// What the record rests on, by digest.
    public struct Input: Hashable, Sendable {
        public var digest: EvidenceID
        /// A file’s name, or what was worked out.
        public var title: String
        /// Who published it, under which licence; or by which method.
        public var origin: String

        public init(digest: EvidenceID, title: String, origin: String) {
            self.digest = digest
            self.title = title
            self.origin = origin
        }
    }

    /// A file beside the pages; its path must be one that a link may hold.
    public struct PublishedFile: Hashable, Sendable {
        public var path: String
        public var words: String

        public init(path: String, words: String) {
            self.path = path
            self.words = words
        }
    }

    public init(
        _ round: Round, result: RoundResult?, limits: TrustLimits?, holder: String, journal: JournalHead,
        inputs: [Input] = [], files: [PublishedFile] = [], isInvented: Bool, version: String
    ) {
        reading = RoundReading(round, result: result, limits: limits, isLinked: false)
        self.holder = holder
        self.journal = journal
        self.inputs = inputs
        self.files = files
        self.isInvented = isInvented
        self.version = version
    }

    var round: Round { reading.round }

    /// How the pages are drawn: there is no application round them.
    var shell: Shell {
        Shell(system: holder, isInvented: isInvented, version: version, dataTo: nil, stylesheet: .embedded(Look.css))
    }

    func inputsTable() -> Table {
        var table = Table(
            key: "inputs", caption: "What it rests on, by digest",
            columns: [.init("title", "File or working"), .init("origin", "From"), .init("digest", "SHA-256")])
        for input in inputs {
            table.append([.text(input.title), .text(input.origin), .text(input.digest.description)])
        }
        return table
    }
}

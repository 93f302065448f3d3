public import Markup
public import Tabular
public import Vocabulary

/// One published record: where it is read, how anybody checks it, and each of its files.
public struct PublishedRecordPage: Page {
    public var record: PublishedListed
    /// With size and digest, in the order of their paths.
    public var files: [File]
    /// What was published apart, by which a record that was changed and sealed anew is found out.
    public var head: String
    /// Other records of the same round, the latest first.
    public var others: [PublishedListed]

    public struct File: Hashable, Sendable {
        public var path: LocalFile
        public var size: Int
        public var digest: EvidenceID

        public init(path: LocalFile, size: Int, digest: EvidenceID) {
            self.path = path
            self.size = size
            self.digest = digest
        }
    }

    public init(record: PublishedListed, files: [File], head: String, others: [PublishedListed]) {
        self.record = record
        self.files = files
        self.head = head
        self.others = others
    }

    /// What is made of a record besides its own files: all of it in one, and the head apart.
    public static let (archive, headFile): (LocalFile, LocalFile) = {
        guard let archive = LocalFile("record.zip"), let head = LocalFile("head.txt") else {
            preconditionFailure("names of files")
        }
        return (archive, head)
    }()

    public var heading: String { "Record: \(record.title)" }
    public var route: Route? { .publishedRecord(record.name) }
    public var trail: [(name: String, route: Route)] { [("Published records", .published)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a published record of a decision" }
    public var subtitle: Html {
        .paragraph(
            .text("Published on \(record.publishedAt.inLondon.day.inWords). \(record.standing.words)."),
            class: "subtitle")
    }

    public var table: Table {
        var table = Table(
            key: "files", caption: "Every file of the record",
            columns: [.init("file", "File"), .init("size", "Size in bytes"), .init("sha256", "SHA-256")])
        for file in files {
            table.append([
                .link(file.path.description, path: Route.publishedFile(record.name, file.path).path),
                .count(file.size), .text(file.digest.description),
            ])
        }
        return table
    }

    private func link(_ words: String, _ path: String, in shell: Shell) -> Html {
        guard let file = LocalFile(path) else { preconditionFailure("no file: \(path)") }
        return .link(.text(words), to: shell.destination(.publishedFile(record.name, file)))
    }

    public func content(in shell: Shell) -> [Html] {
        let reading: [(String, String)] = [
            ("Read what was decided, and why", "index.html"), ("One page to print", "one-page.html"),
            ("The committee paper", "paper.html"), ("The committee paper as a Word document", "paper.docx"),
            ("How it was worked out", "method.html"),
        ]
        let held = Set(files.map(\.path.description))
        let later = others.first { $0.publishedAt > record.publishedAt }
        return [
            later.map { later in
                .notification(
                    .important, title: "There is a later record",
                    [
                        .paragraph([
                            .text("It was published on \(later.publishedAt.inLondon.day.inWords): "),
                            .link("go to the later record", to: shell.destination(.publishedRecord(later.name))),
                            ".",
                        ])
                    ])
            }.orNone,
            .section(
                heading: 2, "Read it", id: "read",
                [
                    .list(
                        reading.filter { held.contains($0.1) }.map { link($0.0, $0.1, in: shell) }, class: "ways")
                ]),
            .section(heading: 2, "Check it", id: "check", check(in: shell)),
            earlier(in: shell),
            .section(
                heading: 2, "Its files", id: "files",
                [
                    .paragraph("They are served exactly as they were published, byte for byte."),
                    TableView(table, listing: Listing(.publishedRecord(record.name))).html(in: shell),
                ]),
        ]
    }

    private func check(in shell: Shell) -> [Html] {
        let folder = record.name.description
        return [
            .paragraph(
                """
                You need not trust this page. Take the whole record away, and Remit on your own machine makes the \
                decision’s figures, pages and tables again from it and compares every byte.
                """),
            .list(
                [
                    [
                        .link(
                            "Take the whole record (zip)",
                            to: shell.destination(.publishedFile(record.name, PublishedRecordPage.archive))),
                        .text(" and unpack it: that makes a folder \(folder)."),
                    ],
                    [
                        """
                        Get the head below from somewhere else too, such as the minutes of the meeting: whoever \
                        changes a record and seals it anew gets another head. \

                        """,
                        .link(
                            "The head as a file",
                            to: shell.destination(.publishedFile(record.name, PublishedRecordPage.headFile))),
                        .text("; put it beside the folder as \(folder).head.txt."),
                    ],
                    ["Run:", .command("remit verify \(folder)")],
                ], isOrdered: true),
            .paragraph("The head, which was published apart from the record:"), .command(head),
            .paragraph([
                link("How to check it, step by step", "HOW-TO-CHECK.txt", in: shell), ", as it lies in the record.",
            ]),
        ]
    }

    private func earlier(in shell: Shell) -> Html {
        let before = others.filter { $0.publishedAt <= record.publishedAt }
        guard !before.isEmpty else { return .none }
        return .section(
            heading: 2, "Earlier records of this round", id: "earlier",
            [
                .list(
                    before.map { one in
                        [
                            .link(
                                .text("Published on \(one.publishedAt.inLondon.day.inWords) (\(one.name))"),
                                to: shell.destination(.publishedRecord(one.name))),
                            .text(". \(one.standing.words)."),
                        ]
                    })
            ])
    }
}

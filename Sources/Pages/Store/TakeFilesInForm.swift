public import Markup
public import Vocabulary

/// Files are chosen to be taken in, and looked at before anything is recorded.
public struct TakeFilesInForm: Sendable {
    public var token: FormToken
    /// The most that is taken at a time, in megabytes.
    public var most: Int

    public static let (field, droppedField) = ("files", "drop")

    public init(token: FormToken, most: Int) {
        self.token = token
        self.most = most
    }

    /// - Parameters:
    ///   - kinds: what is read, in words.
    ///   - error: what is wrong with what was chosen.
    ///   - waits: true where files that were chosen before wait to be taken in.
    public func page(kinds: [String], error: String? = nil, waits: Bool = false) -> FormPage {
        let form = Form(
            to: Route.takeFilesIn.destination(), token: token, id: "files", label: "Take files in",
            parts: [
                .field(
                    Field(
                        TakeFilesInForm.field, label: "Files",
                        hint:
                            "One or several: .csv or .xlsx, also as .zip, .gz or .tar.xz. At most \(most) MB together.",
                        error: error,
                        kind: .file(
                            accepting: [".csv", ".tsv", ".txt", ".xlsx", ".zip", ".gz", ".xz", ".tar"], several: true)))
            ], button: .init("Continue"))
        let waiting: Html =
            waits
            ? .notification(
                .important, title: "Files wait", id: "waiting",
                [
                    .paragraph([
                        "You sent files before. ",
                        .link("Go on with them", to: Route.filesToTakeIn.destination()),
                        ", or choose others in their place.",
                    ])
                ]) : .none
        return FormPage(
            "Take files in", trail: [("Imports", .imports)],
            before: [
                .paragraph(
                    """
                    Send a file as you received it. Remit tells you what it is before anything is recorded, and names \
                    every row that it cannot read.
                    """, class: "lede"), waiting,
            ], form: form,
            after: [
                .section(
                    heading: 2, "What can be taken in", id: "kinds",
                    [
                        .list(kinds.map { .text($0.uppercasedFirst) }),
                        .paragraph(
                            "Any other extract of contracts by month too: you say what its columns mean, once."),
                        .paragraph(
                            """
                            Files with patients in them are refused as a whole: NHS numbers, names with dates of birth, \
                            full postcodes.
                            """),
                    ])
            ])
    }
}

/// A file that waits to be taken in.
public struct WaitingFile: Hashable, Sendable {
    public var name: String
    public var bytes: Int
    /// What it is, in words; nil where it cannot be taken in.
    public var kind: String?
    /// Why it cannot, or what else is to be known of it.
    public var remark: String?
    /// Its place among those that wait, where somebody may say what its columns mean.
    public var mappedAt: Int?

    public init(name: String, bytes: Int, kind: String?, remark: String? = nil, mappedAt: Int? = nil) {
        self.name = name
        self.bytes = bytes
        self.kind = kind
        self.remark = remark
        self.mappedAt = mappedAt
    }

    fileprivate var size: String {
        bytes < 1_000 ? "\(bytes) bytes" : bytes < 1_000_000 ? "\(bytes / 1_000) KB" : "\(bytes / 100_000 / 10) MB"
    }
}

/// Files that wait, are being taken in, or were: the page between choosing them and reading their problems.
public struct FilesTakenInPage: Sendable {
    public var token: FormToken
    public var state: State

    public enum State: Sendable {
        case empty
        case waiting([WaitingFile], dropped: String)
        /// What is being done, and how much of it is done, 0 to 1.
        case running(String, share: Double)
        case done([TakenFile], lines: [String])
    }

    /// What came of one file.
    public struct TakenFile: Hashable, Sendable {
        public var name: String
        /// Where its problems are; nil where it was refused or passed over.
        public var digest: EvidenceID?
        public var words: String
        public var isRefused: Bool

        public init(name: String, digest: EvidenceID?, words: String, isRefused: Bool) {
            self.name = name
            self.digest = digest
            self.words = words
            self.isRefused = isRefused
        }
    }

    public init(token: FormToken, _ state: State) {
        self.token = token
        self.state = state
    }

    /// True where the page is to be asked for again by itself.
    public var isFollowed: Bool {
        if case .running = state { true } else { false }
    }

    private static let trail: [(name: String, route: Route)] = [("Imports", .imports), ("Take files in", .takeFilesIn)]

    public var page: FormPage {
        switch state {
        case .empty:
            FormPage(
                "No files wait", trail: FilesTakenInPage.trail,
                before: [
                    .paragraph(
                        [
                            "Files that were sent wait here for an hour. ",
                            .link("Choose files", to: Route.takeFilesIn.destination()),
                        ], class: "lede")
                ], form: nil)
        case .waiting(let files, let dropped): waiting(files, dropped)
        case .running(let what, let share):
            FormPage(
                "The files are being taken in", trail: FilesTakenInPage.trail,
                before: [
                    .paragraph(.text("\(Int((share * 100).rounded(.down))) %. \(what)"), class: "lede"),
                    .paragraph(
                        """
                        Each file is taken in whole or not at all. This page asks again by itself every few seconds; you \
                        may leave it, and the work goes on.
                        """),
                    .paragraph(.link("Look again now", to: Route.filesToTakeIn.destination())),
                ], form: nil)
        case .done(let files, let lines): done(files, lines)
        }
    }

    private func waiting(_ files: [WaitingFile], _ dropped: String) -> FormPage {
        let good = files.count { $0.kind != nil }
        let rows = files.map { file in
            Html.SummaryRow(
                file.name,
                .group([
                    .text([file.kind?.uppercasedFirst, file.size].compactMap(\.self).joined(separator: ", ") + "."),
                    file.remark.map { Html.paragraph(.text($0), class: file.kind == nil ? "error" : "hint") }.orNone,
                ]),
                links: file.mappedAt.map {
                    [(file.kind == nil ? "Say what its columns mean" : "Change", Route.columnsOfFile($0).destination())]
                } ?? [])
        }
        let discard = FormStep.change.button("Choose other files", .second)
        let form =
            good == 0
            ? Form(
                to: Route.filesToTakeIn.destination(), token: token, id: "take", label: "Choose other files",
                button: FormStep.change.button("Choose other files"))
            : Form(
                to: Route.filesToTakeIn.destination(), token: token, id: "take", label: "Take the files in",
                parts: [
                    .field(
                        Field(
                            TakeFilesInForm.droppedField, label: "Columns that are not to be read, if any",
                            hint: "The title of one column on each line. The record says that they were left out.",
                            kind: .longText(value: dropped, rows: 2)))
                ], button: FormStep.send.button(good == 1 ? "Take the file in" : "Take \(good) files in"),
                others: [discard])
        return FormPage(
            "Check the files", trail: FilesTakenInPage.trail,
            before: [
                .paragraph("Nothing is recorded until you take them in.", class: "lede"), .summaryList(rows),
            ], form: form)
    }

    private func done(_ files: [TakenFile], _ lines: [String]) -> FormPage {
        let refused = files.count(where: \.isRefused)
        let heading =
            refused == 0
            ? "The files were taken in"
            : refused == files.count ? "No file was taken in" : "Some files were not taken in"
        let rows = files.map { file in
            Html.SummaryRow(
                file.name, .paragraph(.text(file.words), class: file.isRefused ? "error" : "told"),
                links: file.digest.map { [("Problems", Route.importedFile($0).destination())] } ?? [])
        }
        return FormPage(
            heading, trail: FilesTakenInPage.trail,
            before: [
                lines.isEmpty ? .none : .list(lines.map { .text($0) }), .summaryList(rows),
                .paragraph(.link("See all imports", to: Route.imports.destination())),
                .paragraph(.link("Take more files in", to: Route.takeFilesIn.destination())),
            ], form: nil)
    }
}

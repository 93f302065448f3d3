public import Contracts
public import Markup
public import Tabular
public import Vocabulary

/// The pages on which a column mapping is made for a file that waits to be taken in.
public struct ColumnMappingPages: Sendable {
    /// A mapping that is held and whose columns the file has.
    public struct Held: Hashable, Sendable {
        public var name: String
        public var digest: EvidenceID
        public var reviewedBy: String
        public var reviewedOn: Day

        public init(name: String, digest: EvidenceID, reviewedBy: String, reviewedOn: Day) {
            self.name = name
            self.digest = digest
            self.reviewedBy = reviewedBy
            self.reviewedOn = reviewedOn
        }
    }

    public static let heldField = "mapping"

    public var token: FormToken
    /// The file's place among those that wait.
    public var place: Int
    public var file: String
    public var fitting: [Held]

    public init(token: FormToken, place: Int, file: String, fitting: [Held]) {
        self.token = token
        self.place = place
        self.file = file
        self.fitting = fitting
    }

    private var destination: Destination { Route.columnsOfFile(place).destination() }

    private static let trail: [(name: String, route: Route)] = [
        ("Imports", .imports), ("Take files in", .takeFilesIn), ("Check the files", .filesToTakeIn),
    ]

    public func page(_ form: ColumnMappingForm) -> FormPage {
        let known = fitting.map { mapping in
            Html.group([
                .link(
                    .name("Begin with “\(mapping.name)”"),
                    to: destination.adding(query: [(ColumnMappingPages.heldField, mapping.digest.description)])),
                .name(", which \(mapping.reviewedBy) looked at on \(mapping.reviewedOn.inWords)"),
            ])
        }
        let offered: [Html] =
            known.isEmpty
            ? []
            : [
                .notification(
                    .important, title: "This file has the columns of extracts that were read before", id: "known",
                    [.list(known)])
            ]
        return FormPage(
            "What the columns mean", trail: ColumnMappingPages.trail, form: form, to: destination, token: token,
            button: FormStep.check.button("Continue"),
            before: [
                .paragraph(
                    .name(
                        "Remit does not know a file with the columns of \(file). Say what they mean; you see what "
                            + "comes of it before anything is recorded."), class: "lede")
            ] + offered)
    }

    /// What the mapping makes of the file, to be looked at before it is saved.
    public func check(
        _ form: ColumnMappingForm, _ answer: ColumnMappingForm.Answer, _ reading: Reading<MappedExtract.Row>
    )
        -> FormPage
    {
        let refused = reading.problems.filter { $0.effect == .refused }
        let words =
            "\(counted(reading.rowsRead, "row")) read = \(grouped(reading.values.count)) kept + "
            + "\(grouped(reading.rowsRead - reading.values.count)) refused."
        return FormPage(
            "Check what the columns mean", trail: ColumnMappingPages.trail, checking: form.rows(answer),
            notes: [
                .section(
                    heading: 2, "What comes of it", id: "tried",
                    [.paragraph(.text(words)), table(answer, reading), faults(refused)])
            ], filled: form.filled, to: destination, token: token,
            button: reading.values.isEmpty ? "Save it all the same" : "Save the mapping")
    }

    private static let (mostRows, mostFaults) = (5, 10)

    private func table(_ answer: ColumnMappingForm.Answer, _ reading: Reading<MappedExtract.Row>) -> Html {
        let rows = Array(reading.values.prefix(ColumnMappingPages.mostRows))
        guard !rows.isEmpty else { return .none }
        let fields = ColumnMapping.Field.allCases.filter {
            answer.columns[$0] != nil && ![.contract, .month].contains($0)
        }
        return .table(
            id: "rows", caption: "The first rows as they are read",
            columns: [ColumnHeading("Row"), ColumnHeading("Contract"), ColumnHeading("Month")]
                + fields.map { ColumnHeading(.text($0.question), isNumeric: $0 != .contractType) }, rows: rows.count
        ) { place, writer in
            let value = rows[place].value
            writer.rowHeading { $0.text("\(rows[place].row)") }
            writer.cell { $0.text(value.contract.description) }
            writer.cell { $0.text(value.month.inWords) }
            for field in fields {
                writer.cell(isNumeric: field != .contractType) { $0.text(value.words(field)) }
            }
        }
    }

    private func faults(_ refused: [Problem]) -> Html {
        guard !refused.isEmpty else { return .none }
        let named = refused.prefix(ColumnMappingPages.mostFaults).map { problem in
            Html.text("\(problem.row.map { "Row \($0): " } ?? "")\(problem.explanation)")
        }
        let rest = refused.count - named.count
        return .notification(
            .important, title: "Rows that would be refused", id: "refused",
            [.list(named)] + (rest > 0 ? [.paragraph(.text("And \(grouped(rest)) more."))] : []))
    }
}

extension MappedExtract.Row {
    fileprivate func words(_ field: ColumnMapping.Field) -> String {
        let words: String? =
            switch field {
            case .contract: contract.description
            case .month: month.inWords
            case .contracted: contracted?.description
            case .delivered: delivered?.description
            case .carriedIn: carriedIn?.description
            case .contractType: contractType?.description
            case .patientCharge: patientCharge?.description
            }
        return words ?? "blank"
    }
}

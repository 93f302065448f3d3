import ArgumentParser
import Contracts
import Files
import Foundation
import Store
import Tabular
import Vocabulary

/// `remit letters`: mid-year and year-end letters to contractors, with their workings, as .docx.
struct LettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "Mid-year or year-end letters to contractors as .docx, one for each contract or all in a zip.",
        subcommands: [MidYearLettersCommand.self, YearEndLettersCommand.self])
}

/// What both kinds of letters take.
struct LetterOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The financial year (2023-24); else the last held.", valueName: "year"))
    var year: FinancialYear?

    @Option(help: ArgumentHelp("Only the contracts of this commissioner.", valueName: "code"))
    var commissioner: OrganisationCode?

    @Option(help: ArgumentHelp("Only this contract.", valueName: "number"))
    var contract: String?

    @Option(help: ArgumentHelp("The day that the letters bear; else today.", valueName: "day"))
    var date: Day?

    @Option(help: ArgumentHelp("Write one .docx a contract into this folder.", valueName: "dir"))
    var to: String?

    @Option(help: ArgumentHelp("Write all into one .zip.", valueName: "file"))
    var zip: String?

    @Option(
        help: ArgumentHelp(
            "Your own .docx with content controls remit.title and remit.body, to be filled in.", valueName: "file"))
    var template: String?

    func validate() throws {
        if (to == nil) == (zip == nil) { throw ValidationError("Say where the letters go: --to DIR or --zip FILE.") }
    }

    /// Writes a letter for every contract for which there is one.
    ///
    /// - Parameter month: the month whose position is told.
    func write(
        month number: Int, make: (Position, Day, TableContext) throws(Refusal) -> Letter
    ) throws {
        let desk = try DentalDesk(store.open())
        let year = try desk.month(year: year).year
        let asked = try desk.month(year: year, month: year.month(number))
        let day = date ?? Clock.now().day
        // A letter goes to the contractor, so it bears the name as published.
        let context = desk.context(asked, showsPersonalNames: true)
        let template = try template.map { try DocumentTemplate(WholeFile.read($0), named: $0) }
        var letters: [(path: String, bytes: [UInt8])] = []
        var without = 0
        for position in desk.positions(at: asked) {
            guard commissioner == nil || position.commissioner == commissioner,
                contract == nil || position.contract.description == contract
            else { continue }
            do throws(Refusal) {
                let letter = try make(position, day, context)
                let document = LetterDocument.document(of: letter, isInvented: desk.installation.isInvented)
                letters.append(
                    (letter.fileStem + ".docx", template?.bytes(filledWith: document) ?? document.bytes()))
            } catch {
                if contract != nil { throw error }
                without += 1
            }
        }
        guard !letters.isEmpty else {
            throw Refusal(
                .rule, code: "no-letters", "No contract has a letter to be written for \(asked.month.inWords).",
                remedy: "Mid-year letters need September, year-end letters March, of a year that is judged.")
        }
        if let zip {
            try WholeFile.write(ZipFile.bytes(members: letters), to: zip)
            Printing.line("Wrote \(letters.count) letters to \(zip).")
        } else if let to {
            try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
            for letter in letters { try WholeFile.write(letter.bytes, to: "\(to)/\(letter.path)") }
            Printing.line("Wrote \(letters.count) letters to \(to).")
        }
        if without > 0 {
            Printing.line("\(without) contracts have none: held out by a flag, closed, or not judged.")
        }
    }
}

struct MidYearLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mid-year", abstract: "How the first half of the year went, by the mid-year rule.")

    @OptionGroup var options: LetterOptions

    func run() async throws {
        try options.write(month: 6) { (position, day, context) throws(Refusal) in
            try MidYearLetter.letter(for: position, on: day, context)
        }
    }
}

struct YearEndLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year-end", abstract: "How the year ended: recovered, carried forward or met.")

    @OptionGroup var options: LetterOptions

    func run() async throws {
        try options.write(month: 12) { (position, day, context) throws(Refusal) in
            try YearEndLetter.letter(for: position, on: day, context)
        }
    }
}

/// A letter as a document.
enum LetterDocument {
    static func document(of letter: Letter, isInvented: Bool) -> Document {
        var blocks: [Document.Block] = [
            .paragraph(letter.sender), .paragraph(letter.date.inWords), .paragraph("To: \(letter.addressee)"),
            .paragraph("Contract \(letter.contract)"),
        ]
        if isInvented { blocks.insert(.paragraph("Invented figures: this contract does not exist."), at: 0) }
        for block in letter.blocks {
            switch block {
            case .heading(let text): blocks.append(.heading(text, level: 1))
            case .paragraph(let text): blocks.append(.paragraph(text))
            case .list(let lines): blocks.append(.bullets(lines))
            case .table(let table): blocks.append(.table(grid(of: table)))
            }
        }
        return Document(
            title: "\(letter.subject), contract \(letter.contract)", blocks: blocks,
            footer: "\(letter.subject), contract \(letter.contract)")
    }

    private static func grid(of table: Table) -> Document.Grid {
        let numeric = table.columns.indices.filter { column in
            table.rows.contains { $0[column].isNumeric }
        }
        return Document.Grid(
            caption: table.caption, header: table.columns.map(\.title), rows: table.rows.map { $0.map(\.shown) },
            numericColumns: Set(numeric))
    }
}

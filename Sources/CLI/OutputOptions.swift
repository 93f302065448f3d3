import ArgumentParser
import Files
import Foundation
import Tabular
import Vocabulary

/// In which form a table comes out: for people, for programs, for Excel.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Write JSON to standard output.")
    var json = false

    @Flag(help: "Write CSV to standard output: one table, the fullest.")
    var csv = false

    @Option(help: ArgumentHelp("Write an Excel workbook to FILE.", valueName: "file"))
    var xlsx: String?

    @Flag(name: .customLong("with-names"), help: "Show names that may be personal data.")
    var withNames = false

    @Option(help: "Show at most this many rows to people (JSON, CSV and Excel have all); 0 shows all.")
    var rows = 40

    func validate() throws {
        if json && csv { throw ValidationError("Choose one of --json and --csv.") }
        if rows < 0 { throw ValidationError("--rows takes 0 or more.") }
    }

    /// True where a program or Excel takes the tables: then all of them are wanted.
    var isForProgrammes: Bool { json || csv || xlsx != nil }

    /// Writes the tables in the form asked for.
    ///
    /// - Parameter facts: what JSON says beside the tables, and people see as lines above them.
    /// - Parameter ending: what JSON says after them.
    /// - Parameter dataTo: the last month that the figures rest on, which every export says.
    /// - Parameter inWords: true of tables of texts: where the terminal has no room, people see them row by row, with
    ///   nothing cut; and none that is empty below a line that says so.
    func write(
        _ tables: [Table], dataTo: Month? = nil, facts: [JSONValue.Member] = [], ending: [JSONValue.Member] = [],
        lines: [String] = [], inWords: Bool = false
    ) throws {
        let shown = withNames ? tables : tables.map { $0.withoutPersonalColumns() }
        if let xlsx {
            try WorkbookFile.write(shown, title: shown[0].caption, to: xlsx, replacing: true)
            if !json && !csv { Printing.line("Wrote \(xlsx).") }
        }
        if json {
            Printing.text(OutputOptions.document(shown, facts: facts, ending: ending).pretty + "\n")
        } else if csv {
            let sheet = OutputOptions.sheet(shown)
            Printing.text((dataTo.map { sheet.dated(to: $0) } ?? sheet).csv)
        } else if xlsx == nil {
            for line in lines { Printing.line(line) }
            for table in shown where !(inWords && table.rows.isEmpty && !lines.isEmpty) {
                if !lines.isEmpty || table.key != shown[0].key { Printing.line("") }
                Printing.text(Printing.visible(text(of: table, inWords: inWords)))
            }
        }
    }

    private func text(of table: Table, inWords: Bool) -> String {
        let table = cut(table)
        guard inWords else { return table.text(width: Printing.width) }
        return table.fitted(to: Printing.width)
    }

    private func cut(_ table: Table) -> Table {
        guard rows > 0, table.rows.count > rows else { return table }
        var table = table
        let count = table.rows.count
        table.rows = Array(table.rows.prefix(rows))
        table.notes.insert("The first \(rows) of \(count) rows; --rows 0 shows all.", at: 0)
        return table
    }

    /// A CSV file holds one table: the last, which is the fullest.
    static func sheet(_ tables: [Table]) -> Table { tables[tables.count - 1] }

    /// Every note once, in the order in which they stand.
    private static func distinctNotes(_ tables: [Table]) -> [String] {
        var seen: Set<String> = []
        return tables.flatMap(\.notes).filter { seen.insert($0).inserted }
    }

    /// One object: the facts, then each table under its plural name, with captions and notes beside.
    static func document(
        _ tables: [Table], facts: [JSONValue.Member], ending: [JSONValue.Member] = []
    ) -> JSONValue {
        var members = facts
        for table in tables { members.append(JSONValue.Member(table.key, table.json[table.key] ?? .list([]))) }
        members.append(JSONValue.Member("notes", .list(distinctNotes(tables).map(JSONValue.text))))
        return .object(members + ending)
    }
}

extension Table {
    /// Side by side where there is room for it whole, and else row by row.
    func fitted(to width: Int) -> String {
        fits(width: width) && !rows.isEmpty ? text(width: width) : records(width: width)
    }
}

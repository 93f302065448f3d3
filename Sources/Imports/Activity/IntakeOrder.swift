package import Activity
import Challenges
import Files
import Foundation
import Tabular
package import Vocabulary

/// Files that are to be taken in by a process of their own, and what is claimed of them.
package struct IntakeOrder: Codable, Hashable, Sendable {
    /// The path of the records.
    package var store: String
    package var author: String
    /// Paths, each with the name that the file bears.
    package var files: [String]
    /// The provider whose files these are; nil where nobody has said.
    package var provider: String?
    /// `2025/26`.
    package var year: String?
    /// `day-first` or `month-first`; nil where nobody has said.
    package var dayOrder: String?
    /// Columns that are not to be read at all.
    package var dropping: [String]
    /// The path of a reviewed mapping; nil for none.
    package var mapping: String?
    /// The table of reference that the files are, `price`; nil where their columns say what they are.
    package var table: String?
    /// True where all files are tables of reference; otherwise those whose columns say so.
    package var areTables: Bool
    /// Who sent the files; nil for the usual words.
    package var publisher: String?

    package init(
        store: String, author: Author, files: [String], provider: String? = nil, year: FinancialYear? = nil,
        dayOrder: ActivityDayOrder? = nil, dropping: [String] = [], mapping: String? = nil, table: String? = nil,
        areTables: Bool = false, publisher: String? = nil
    ) {
        (self.store, self.author, self.files) = (store, author.description, files)
        (self.provider, self.year, self.dayOrder) = (provider, year?.description, dayOrder?.rawValue)
        (self.dropping, self.mapping, self.publisher) = (dropping, mapping, publisher)
        (self.table, self.areTables) = (table, areTables)
    }
}

/// What came of one file, or of one text of an archive or workbook.
package struct TakenActivity: Codable, Hashable, Sendable {
    package struct Problem: Codable, Hashable, Sendable {
        package var code: String
        package var effect: String
        package var rows: Int
    }

    /// A fault in a table of reference, by its place.
    package struct Fault: Codable, Hashable, Sendable {
        package var row: Int?
        package var column: String?
        package var code: String
        package var explanation: String
    }

    package struct Refused: Codable, Hashable, Sendable {
        package var kind: String
        package var code: String
        package var sentence: String
        package var remedy: String?

        package init(_ refusal: Refusal) {
            (kind, code) = (refusal.kind.rawValue, refusal.code)
            (sentence, remedy) = (refusal.sentence, refusal.remedy)
        }

        package var refusal: Refusal { Refusal(.init(rawValue: kind) ?? .input, code: code, sentence, remedy: remedy) }
    }

    package var name: String
    package var digest: String?
    /// A kind of monitoring, `plcm`, or a table of reference, `price`; nil where the file was refused.
    package var layout: String?
    package var isReference = false
    /// True where it was held already, byte for byte.
    package var isHeld = false
    package var rowsKept = 0
    package var rowsRefused = 0
    package var costKeptPence = 0
    package var costRefusedPence = 0
    /// Refused rows whose cost cannot be read.
    package var costsUnreadable = 0
    package var cellsRepaired = 0
    package var notes: [String] = []
    package var problems: [Problem] = []
    /// The first thousand.
    package var faults: [Fault] = []
    package var refused: Refused?

    package init(name: String, refused: Refusal? = nil) {
        self.name = name
        self.refused = refused.map { Refused($0) }
    }

    init(_ taken: ActivityIntake.Taken) {
        self.init(name: taken.name)
        digest = taken.digest.description
        guard let act = taken.submission else {
            isHeld = true
            return
        }
        layout = act.layout
        (rowsKept, rowsRefused) = (act.kept.rows, act.refused.rows)
        (costKeptPence, costRefusedPence) = (act.kept.costPence, act.refused.costPence)
        (costsUnreadable, cellsRepaired) = (act.refused.unreadableCost, act.cellsRepaired)
        notes = act.notes.map { note in (note.column.map { "\($0): " } ?? "") + note.explanation }
        problems = act.problems.map { Problem(code: $0.code, effect: $0.effect, rows: $0.rows) }
    }

    init(_ taken: ReferenceIntake.Taken) {
        self.init(name: taken.name)
        (digest, layout, isReference, isHeld) = (taken.digest.description, taken.table, true, taken.isHeld)
        (rowsKept, rowsRefused) = (taken.rowsKept, taken.rowsRefused)
        faults = taken.problems.prefix(1_000).map {
            Fault(row: $0.row, column: $0.column, code: $0.code, explanation: $0.explanation)
        }
        problems = Dictionary(grouping: taken.problems, by: \.code).sorted { $0.key < $1.key }.map {
            Problem(code: $0.key, effect: $0.value[0].effect.rawValue, rows: $0.value.count)
        }
    }
}

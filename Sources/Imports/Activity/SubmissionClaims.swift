import Activity
import Engines
import Foundation
import Parquet
import Store
import Tabular
import Vocabulary

/// What is claimed of a file before it is read: the provider and year that somebody says it is of, and those in its name.
struct SubmissionClaims {
    let name: String
    let provider: String?
    let year: FinancialYear?

    /// Holds what was read against what was said of it.
    ///
    /// - Parameter folder: where the rows lie that were read.
    /// - Throws: `Refusal` of kind `input`: `other-provider`, `other-year`, with how many rows, and which first.
    func hold(_ written: WrittenActivity, in folder: String, by library: EngineLibrary) throws(Refusal) {
        if let provider {
            let others = written.slices.filter { $0.key.provider.uppercased() != provider.uppercased() }
            try refuse(
                others.map { ($0.key.provider, $0.value.rows) }, code: "other-provider", "provider", said: provider,
                first: { () throws(Refusal) in
                    try firstRow(
                        "upper(provider) <> \(SQLText.quoted(provider.uppercased()))", in: folder, by: library)
                })
        }
        if let year {
            let others = written.slices.filter { $0.key.year != year }
            try refuse(
                others.map { ($0.key.year.description, $0.value.rows) }, code: "other-year", "year",
                said: year.description,
                first: { () throws(Refusal) in
                    try firstRow("\"financialYear\" <> \(year.start)", in: folder, by: library)
                })
        }
    }

    private func refuse(
        _ others: [(value: String, rows: Int)], code: String, _ noun: String, said: String,
        first: () throws(Refusal) -> Int
    ) throws(Refusal) {
        let values = Set(others.map(\.value)).sorted()
        guard let one = values.first else { return }
        let rows = others.reduce(0) { $0 + $1.rows }
        let more = values.count > 1 ? " and \(counted(values.count - 1, "other", "others"))" : ""
        throw Refusal(
            .input, code: code,
            "\(name) was given as of the \(noun) \(said), and states \(one)\(more) in "
                + "\(counted(rows, "row", "rows")), the first of them row \(grouped(try first())).",
            remedy: "Nothing of it was stored. Ask the sender whose file it is, or leave --\(noun) away.")
    }

    private func firstRow(
        _ condition: String, in folder: String, by library: EngineLibrary
    ) throws(Refusal) -> Int {
        let engine = try Engine(library, limits: EngineLimits(folders: [folder]))
        let files = SQLText.quoted("\(folder)/part-*.parquet")
        let answer = try engine.query("SELECT min(\"sourceRow\") AS r FROM \(files) WHERE \(condition)")
        return (answer["r"].wholes?.first ?? nil) ?? 0
    }

    /// What the file's name says that its rows do not: a provider that is known, or a year.
    func notes(on written: WrittenActivity, from store: Store) throws -> [Problem] {
        var notes: [Problem] = []
        let providers = Set(written.slices.keys.map { $0.provider.uppercased() })
        let named = try store.read { db in try KnownProviders.among(SubmissionClaims.words(of: name), db) }
        if !named.isEmpty, providers.isDisjoint(with: named) {
            notes.append(
                note(
                    "name-of-other-provider",
                    "The file's name has the provider \(named.sorted().joined(separator: ", ")), its rows only "
                        + SubmissionClaims.listed(providers) + "."))
        }
        let years = Set(written.slices.keys.map(\.year))
        let said = SubmissionClaims.years(in: name)
        if !said.isEmpty, years.isDisjoint(with: said) {
            notes.append(
                note(
                    "name-of-other-year",
                    "The file's name has the year \(said.sorted().map(\.description).joined(separator: ", ")), its rows "
                        + "only " + SubmissionClaims.listed(years.map(\.description)) + "."))
        }
        return notes
    }

    private func note(_ code: String, _ explanation: String) -> Problem {
        Problem(row: nil, column: nil, code: code, explanation, effect: .noted)
    }

    private static func listed(_ values: some Collection<String>) -> String {
        let sorted = values.sorted()
        return sorted.prefix(3).joined(separator: ", ") + (sorted.count > 3 ? " and \(sorted.count - 3) more" : "")
    }

    /// The words of a name that may be a code, in capitals.
    static func words(of name: String) -> Set<String> {
        Set(
            name.uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
                .filter { (3...6).contains($0.count) })
    }

    /// Financial years in a name: `2025-26`, `2025_26`, `202526`, `2025-2026`; not months and days.
    static func years(in name: String) -> Set<FinancialYear> {
        let groups = name.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        var years: Set<FinancialYear> = []
        for (place, group) in groups.enumerated() where group.hasPrefix("20") {
            if group.count == 6, let year = FinancialYear("\(group.prefix(4))/\(group.suffix(2))") {
                years.insert(year)
            }
            if group.count == 4, place + 1 < groups.count, let year = FinancialYear("\(group)/\(groups[place + 1])") {
                years.insert(year)
            }
        }
        return years
    }
}

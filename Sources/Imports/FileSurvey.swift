import Contracts
import Files
import Foundation
import Needs
import Organisations
import Store
package import Tabular
package import Vocabulary

/// What files in a folder are and what would come of taking them in; nothing is kept.
package struct FileSurvey: Sendable {
    /// One file, or one file of an archive.
    package struct Entry: Sendable {
        /// From the folder: `ods/epraccur_2024.csv`; in an archive with its own name behind: `map.zip: map.csv`.
        package let name: String
        package let outcome: Outcome
    }

    package enum Outcome: Sendable {
        case read(FileKind, FileCounts)
        /// It is of a kind that is read, and refused as a whole.
        case refused(FileKind, Refusal)
        /// No reader knows it, or nobody could read it; with the reason.
        case notUnderstood(String)
        /// It is no data.
        case passedOver(String)
    }

    package let entries: [Entry]

    /// Looks at every file in a folder and the folders in it, in the order of their names; archives are looked into.
    ///
    /// Costs what reading them costs. A file that a reader refuses is an entry, not an error.
    ///
    /// - Throws: `Refusal` of kind `usage`, code `no-such-folder`.
    package init(of folder: String, at moment: Moment, progress: (String) -> Void = { _ in }) throws {
        var entries: [Entry] = []
        let paths = try FileSurvey.files(in: folder)
        let dental = try DentalMonthReader(DentalIntake.conditions(at: moment, dropping: []), under: .shipped)
        for (place, path) in paths.enumerated() {
            progress("\(place + 1) of \(paths.count): \(path)")
            if FileSurvey.isAboutData(path) {
                entries.append(Entry(name: path, outcome: .passedOver("is documentation of the data")))
                continue
            }
            do {
                let skipped = try FileSource("\(folder)/\(path)").forEachMember { member in
                    let name = member.containerName == nil ? path : "\(path): \(member.name)"
                    entries.append(Entry(name: name, outcome: FileSurvey.outcome(of: member, dental, at: moment)))
                }
                entries += skipped.map { Entry(name: "\(path): \($0.name)", outcome: .passedOver($0.reason)) }
            } catch let refusal as Refusal {
                entries.append(Entry(name: path, outcome: .notUnderstood(refusal.sentence)))
            }
        }
        self.entries = entries
    }

    /// True for a file that is about the data beside it.
    static func isAboutData(_ path: String) -> Bool {
        let name = (path as NSString).lastPathComponent.lowercased()
        return name.hasPrefix("readme") || name.hasPrefix("licen")
    }

    /// The files in a folder and in the folders in it, from the folder on, in the order of their bytes; hidden ones are
    /// left out.
    package static func files(in folder: String) throws(Refusal) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let walk = FileManager.default.enumerator(atPath: folder)
        else {
            throw Refusal(.usage, code: "no-such-folder", "There is no folder \(folder.printable).")
        }
        var files: [String] = []
        while let path = walk.nextObject() as? String {
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            if (walk.fileAttributes?[.type] as? FileAttributeType) == .typeRegular { files.append(path) }
        }
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func outcome(of member: Member, _ dental: DentalMonthReader, at moment: Moment) -> Outcome {
        let kind: FileKind
        do throws(Refusal) { kind = try FileKind(member) } catch {
            if let said = AboutData(member) { return .passedOver(said.inWords) }
            return .notUnderstood(error.code == "not-known" ? titles(of: member) : error.sentence)
        }
        do {
            let counts = try kind.counts(of: member, dental, at: moment)
            precondition(counts.kept <= counts.read, "rows kept are among rows read")
            return .read(kind, counts)
        } catch let refusal as Refusal {
            return .refused(kind, refusal)
        } catch {
            return .notUnderstood("\(error)")
        }
    }

    /// The first titles of a file that no reader knows, for whoever is to write one; values are left out.
    private static func titles(of member: Member) -> String {
        guard let header = try? LocalIntake.header(member.bytes, named: member.name) else { return "no columns" }
        let titles = header.filter { title in
            (1...40).contains(title.utf8.count) && title.contains(where: \.isLetter)
                && !title.contains(where: \.isWhitespace) && !PatientIdentifier.holdsPostcode(title)
        }
        return "\(header.count) columns: \(titles.prefix(5).joined(separator: ", "))"
    }

    /// One row a file.
    package var table: Table {
        var table = Table(
            key: "files", caption: "Files and what would come of taking them in",
            columns: [
                .init("file", "File"), .init("kind", "Kind"), .init("rowsRead", "Rows read"),
                .init("rowsKept", "Kept"), .init("rowsRefused", "Refused"), .init("problems", "Problems"),
                .init("remark", "Remark"),
            ], notes: ["Nothing was taken in. Rows read = kept + refused, in every file that is read."])
        for entry in entries {
            switch entry.outcome {
            case .read(let kind, let counts):
                table.append([
                    .text(entry.name), .text(kind.rawValue), .count(counts.read), .count(counts.kept),
                    .count(counts.read - counts.kept), .count(counts.problems),
                    .optional(counts.remark, else: ""),
                ])
            case .refused(let kind, let refusal):
                table.append(row(entry.name, .text(kind.rawValue), "refused whole: \(refusal.sentence)"))
            case .notUnderstood(let why):
                table.append(row(entry.name, .absent("not yet understood"), why))
            case .passedOver(let why):
                table.append(row(entry.name, .absent("no data"), why))
            }
        }
        return table
    }

    private func row(_ name: String, _ kind: Cell, _ remark: String) -> [Cell] {
        let none = Cell.absent("–")
        return [.text(name), kind, none, none, none, none, .text(remark)]
    }

    /// What it came to, in a sentence.
    package var summary: String {
        var (read, refused, unknown, rows, kept) = (0, 0, 0, 0, 0)
        for entry in entries {
            switch entry.outcome {
            case .read(_, let counts):
                read += 1
                rows += counts.read
                kept += counts.kept
            case .refused: refused += 1
            case .notUnderstood: unknown += 1
            case .passedOver: break
            }
        }
        return "\(grouped(entries.count)) files: \(read) read, \(refused) refused, \(unknown) not yet understood; "
            + "\(grouped(rows)) rows read = \(grouped(kept)) kept + \(grouped(rows - kept)) refused."
    }
}

extension FileKind {
    /// Reads a file of this kind without taking it in.
    func counts(
        of member: Member, _ dental: DentalMonthReader, at moment: Moment
    ) throws -> FileCounts {
        func counts(_ kind: LocalIntake.Facts.Kind) throws -> FileCounts {
            let facts = try LocalIntake.read(member.bytes, named: member.name, as: kind, dropping: [])
            return FileCounts(read: facts.rowsRead, kept: facts.rowsKept, facts.problems)
        }
        if let directory {
            let rows = try DirectoryIntake.read(member.bytes, named: member.name, as: directory, dropping: []).rows
            return FileCounts(read: rows.rowsRead, kept: rows.values.count, rows.problems)
        }
        if let needs {
            let reading = try NeedsIntake.read(member.bytes, named: member.name, as: needs)
            return FileCounts(read: reading.rowsRead, kept: reading.rowsKept, reading.problems)
        }
        switch self {
        case .dentalMonth:
            let outcome = try dental.read(member.bytes, named: member.name)
            return FileCounts(
                read: outcome.account.read.rows, kept: outcome.account.kept.rows, outcome.reading.problems)
        case .dentalContracts:
            let outcome = try DentalIntake.readContracts(
                member.bytes, named: member.name, DentalIntake.conditions(at: moment, dropping: []))
            return FileCounts(
                read: outcome.account.read.rows, kept: outcome.account.kept.rows, outcome.reading.problems)
        case .population: return try counts(.population)
        case .contractTypes: return try counts(.contractTypes)
        case .patientCharges: return try counts(.patientCharges)
        case .providerGroups: return try counts(.providerGroups)
        default: preconditionFailure("\(self) is a file of the directory")
        }
    }
}

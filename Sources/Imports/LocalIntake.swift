package import Contracts
import Digests
import Files
package import Store
import Tabular
package import Vocabulary

/// How local files are taken in, from CSV or a workbook.
package enum LocalIntake {
    package typealias Facts = ImportLocalFacts.Facts

    /// What is not published has no publisher or licence of its own.
    package static let publisher = "Local"
    package static let licence = "Not for publication"

    package static func job(
        _ kind: Facts.Kind, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) -> ImportJob<Facts> {
        job(into: store, by: author, at: moment, dropping: dropping, mapping: nil) {
            (member: Member) throws(Refusal) -> Facts in
            try read(member.bytes, named: member.name, as: kind, dropping: dropping)
        }
    }

    /// Takes extracts in by a mapping, which is kept first.
    package static func job(
        by saved: SaveMapping, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) -> ImportJob<Facts> {
        job(into: store, by: author, at: moment, dropping: dropping, mapping: saved) {
            (member: Member) throws(Refusal) -> Facts in
            try read(member.bytes, named: member.name, by: saved, dropping: dropping)
        }
    }

    private static func job(
        into store: Store, by author: Author, at moment: Moment, dropping: [String], mapping: SaveMapping?,
        read: @escaping @Sendable (Member) throws(Refusal) -> Facts
    ) -> ImportJob<Facts> {
        ImportJob(
            store: store, publisher: publisher, licence: licence, mapping: mapping?.digest, read: read,
            perform: { facts, source, container, db in
                if let mapping { try Store.perform(mapping, by: author, at: moment, in: db) }
                let act = ImportLocalFacts(
                    source: source, container: container, conditions: ReadingConditions(dropped: dropping),
                    facts: facts)
                return act.intake(try Store.perform(act, by: author, at: moment, in: db))
            })
    }

    /// - Precondition: a kind that needs no mapping.
    package static func read(
        _ bytes: [UInt8], named name: String, as kind: Facts.Kind, dropping: [String]
    ) throws(Refusal) -> Facts {
        let (sheet, notes) = try FirstSheet.read(bytes, named: name)
        switch kind {
        case .population:
            return .populations(try PopulationFile.read(sheet, dropping: dropping).noting(notes))
        case .contractTypes:
            return .contractTypes(try ContractTypesFile.read(sheet, dropping: dropping).noting(notes))
        case .providerGroups:
            return .providerGroups(try ProviderGroupsFile.read(sheet, dropping: dropping).noting(notes))
        case .patientCharges:
            return .patientCharges(try ChargesFile.read(sheet, dropping: dropping).noting(notes))
        case .extract: preconditionFailure("an extract is read by a mapping")
        }
    }

    package static func read(
        _ bytes: [UInt8], named name: String, by saved: SaveMapping, dropping: [String]
    ) throws(Refusal) -> Facts {
        let (sheet, notes) = try FirstSheet.read(bytes, named: name, delimiter: saved.mapping.delimiter)
        let reading = try MappedExtract.read(sheet, mapping: saved.mapping, dropping: dropping)
        return .extract(reading.noting(notes), mapping: saved.digest)
    }

    /// The mapping in a YAML file that a person reviewed.
    package static func mapping(at path: String) throws(Refusal) -> SaveMapping {
        let bytes = try WholeFile.read(path, limit: 1 << 20)
        let document = try YAMLFile.value(of: bytes, named: FileSource(path).name)
        return try SaveMapping(document: document, digest: Digest.of(document))
    }

    /// The titles of a file's columns.
    static func header(_ bytes: [UInt8], named name: String) throws(Refusal) -> [String] {
        guard Member(name: name, containerName: nil, bytes: bytes).isWorkbook else {
            return try RowReader(bytes, named: name).header
        }
        return try FirstSheet.read(bytes, named: name).sheet.header
    }
}

extension Reading {
    /// The same with what the workbook's own reading found before it.
    fileprivate func noting(_ notes: [Problem]) -> Reading {
        Reading(values: values, problems: notes + problems, rowsRead: rowsRead)
    }
}

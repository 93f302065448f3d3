package import GRDB
package import Organisations
import Vocabulary

/// What the files of the directory say, as they were taken in.
package enum DirectoryFacts {
    /// Everything that files say of organisations, ready to be asked by code and day.
    ///
    /// About half a second for the files of one year (60,000 organisations, 120,000 ties).
    package static func book(_ db: Database) throws -> OrganisationBook {
        OrganisationBook(
            organisations: try organisations(db), relationships: try relationships(db),
            successions: try successions(db), lookedFor: try lookedFor(db),
            countedJoins: try areaJoins(db))
    }

    /// The number of files of the directory that are held.
    package static func files(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM directory_file")!
    }

    private struct File {
        let name: String
        let statedOn: Day?
    }

    private static func filesByID(_ db: Database) throws -> [Int: File] {
        var files: [Int: File] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT f.sourceId, f.statedOn, s.name FROM directory_file f JOIN source s ON s.id = f.sourceId")
        while let row = try rows.next() {
            let statedOn: String? = row["statedOn"]
            files[row["sourceId"]] = File(name: row["name"], statedOn: statedOn.flatMap { Day($0) })
        }
        return files
    }

    private static func organisations(
        _ db: Database
    ) throws -> [OrganisationBook.Stated<ListedOrganisation>] {
        let files = try filesByID(db)
        let rows = try RawStatement(
            db,
            sql: """
                SELECT sourceId, code, name, role, status, opened, closed, postcode, onsCode FROM listed_organisation
                ORDER BY id
                """)
        var found: [OrganisationBook.Stated<ListedOrganisation>] = []
        while try rows.step() {
            guard let file = files[rows.integer(0)], let code = OrganisationCode(rows.text(1)),
                let role = OrganisationRole(rawValue: rows.text(3))
            else { continue }
            let postcode = rows.text(7)
            let listed = ListedOrganisation(
                code: code, name: rows.text(2), role: role,
                status: ListedOrganisation.Status(rawValue: rows.text(4)), opened: Day(rows.text(5)),
                closed: Day(rows.text(6)), postcode: postcode.isEmpty ? nil : postcode,
                onsCode: OrganisationCode(rows.text(8)))
            found.append(.init(listed, statedOn: file.statedOn, source: file.name))
        }
        return found
    }

    private static func relationships(
        _ db: Database
    ) throws -> [OrganisationBook.Stated<ListedRelationship>] {
        let files = try filesByID(db)
        let rows = try RawStatement(
            db, sql: "SELECT sourceId, code, kind, target, startDay, endDay FROM listed_relationship ORDER BY id")
        var found: [OrganisationBook.Stated<ListedRelationship>] = []
        while try rows.step() {
            guard let file = files[rows.integer(0)], let code = OrganisationCode(rows.text(1)),
                let kind = ListedRelationship.Kind(rawValue: rows.text(2)), let target = OrganisationCode(rows.text(3))
            else { continue }
            found.append(
                .init(
                    ListedRelationship(code, kind, target, start: Day(rows.text(4)), end: Day(rows.text(5))),
                    statedOn: file.statedOn, source: file.name))
        }
        return found
    }

    private static func successions(_ db: Database) throws -> [Succession] {
        let rows = try RawStatement(db, sql: "SELECT predecessor, successor, day FROM listed_succession ORDER BY id")
        var found: [Succession] = []
        while try rows.step() {
            guard let predecessor = OrganisationCode(rows.text(0)), let successor = OrganisationCode(rows.text(1)),
                let day = Day(rows.text(2))
            else { continue }
            found.append(Succession(predecessor: predecessor, successor: successor, day: day, isDerived: false))
        }
        return found
    }

    /// Small areas of each lookup that no lookup places in a sub-ICB location; none where no lookup places any.
    private static func areaJoins(_ db: Database) throws -> [Join] {
        var joins: [Join] = []
        for (column, year) in [("lsoa2011", "2011"), ("lsoa2021", "2021")] {
            let placed = "SELECT \(column) FROM area_lookup WHERE subICB IS NOT NULL AND \(column) IS NOT NULL"
            guard try Bool.fetchOne(db, sql: "SELECT EXISTS (\(placed))") == true else { continue }
            let counts = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.name, COUNT(DISTINCT t.\(column)) AS codes FROM area_lookup t JOIN source s ON s.id = t.sourceId
                    WHERE t.\(column) IS NOT NULL GROUP BY s.name ORDER BY s.name
                    """)
            let missing = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT s.name, t.\(column) AS code FROM area_lookup t JOIN source s ON s.id = t.sourceId
                    WHERE t.\(column) IS NOT NULL AND t.\(column) NOT IN (\(placed)) ORDER BY t.\(column)
                    """)
            let bySource = Dictionary(grouping: missing) { $0["name"] as String }
            joins += counts.map { row in
                let name: String = row["name"]
                return Join(
                    name: "small areas of \(year) in a sub-ICB location", source: name, codes: row["codes"],
                    unmatched: (bySource[name] ?? []).map { $0["code"] })
            }
        }
        return joins
    }

    /// Codes in lookups of small areas and shares of trusts, file by file, to be looked for among the organisations.
    private static func lookedFor(_ db: Database) throws -> [OrganisationBook.LookedFor] {
        let asked: [(name: String, table: String, column: String, isOfAreas: Bool)] = [
            ("sub-ICB locations of small areas", "area_lookup", "subICB", false),
            ("sub-ICB locations of small areas, by area code", "area_lookup", "subICBOns", true),
            ("boards of small areas", "area_lookup", "icb", false),
            ("boards of small areas, by area code", "area_lookup", "icbOns", true),
            ("trusts of shares by board", "trust_share", "trust", false),
            ("boards of shares of trusts, by area code", "trust_share", "icbOns", true),
        ]
        var found: [OrganisationBook.LookedFor] = []
        for join in asked {
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.name, t.\(join.column) AS code FROM \(join.table) t JOIN source s ON s.id = t.sourceId
                    WHERE t.\(join.column) IS NOT NULL GROUP BY s.name, t.\(join.column)
                    """)
            let bySource = Dictionary(grouping: rows) { $0["name"] as String }
            found += bySource.sorted { $0.key < $1.key }.map { source, rows in
                OrganisationBook.LookedFor(
                    name: join.name, source: source, codes: Set(rows.map { $0["code"] as String }),
                    isOfAreas: join.isOfAreas)
            }
        }
        return found
    }
}

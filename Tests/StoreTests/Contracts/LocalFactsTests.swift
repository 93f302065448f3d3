import Contracts
import Digests
import Exemplar
import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Store

/// Local files as they are kept and read: both remain, the newest holds.
struct LocalFactsTests {
    let store: Store

    init() throws { store = try Store.inMemory() }

    @discardableResult
    private func takeIn(
        _ text: String, _ read: (Sheet) throws -> ImportLocalFacts.Facts
    ) throws -> ImportLocalFacts.After {
        let bytes = Array(text.utf8)
        let act = ImportLocalFacts(
            source: Example.source(bytes, "local.csv"), container: nil, conditions: ReadingConditions(),
            facts: try read(Sheet(csv: bytes, named: "local.csv")))
        let after = try store.perform(act, by: Example.author, at: Example.moment)
        #expect(act.intake(after).balances)
        return after
    }

    private func population(_ text: String) throws -> ImportLocalFacts.After {
        try takeIn("commissioner_code,population,period,source\n" + text) { .populations(try PopulationFile.read($0)) }
    }

    @Test func `the latest year's population holds, from the newest file that gives it`() throws {
        _ = try population("QWX,1000,2023/24,ONS\nQWX,1010,2024/25,ONS\nQHA,500,2024/25,ONS\n")
        _ = try population("QWX,1020,2024/25,ONS again\nQWX,900,2022/23,ONS again\n")
        let people = try store.read { db in try LocalFacts.populations(db) }
        #expect(people == [OrganisationCode("QWX")!: 1_020, OrganisationCode("QHA")!: 500])
    }

    @Test func `the same local file twice changes nothing`() throws {
        #expect(try !population("QWX,1000,2023/24,ONS\n").isHeld)
        #expect(try population("QWX,1000,2023/24,ONS\n").isHeld)
        #expect(try store.read { db in try Journal.head(db).sequence } == 1)
    }

    @Test func `a file of which no row can be read is refused whole`() throws {
        #expect(refused { try population("QWX,none,2023/24,ONS\n") } == "nothing-readable")
        #expect(try store.read { db in try Journal.head(db).sequence } == 0)
    }

    @Test func `a group is found by a provider's name in upper case, or by a contract's number`() throws {
        try takeIn("parent_group,provider_name,contract_number\nSmile Group,Smile  Dental,\nSmile Group,,1234567890\n")
        {
            .providerGroups(try ProviderGroupsFile.read($0))
        }
        let groups = try store.read { db in try LocalFacts.providerGroups(db) }
        #expect(groups["SMILE DENTAL"] == "Smile Group" && groups["1234567890"] == "Smile Group" && groups.count == 2)
    }

    @Test func `a contract's type rules where no person did`() throws {
        try takeIn("contract_number,contract_type\n1234567890,GDS\n1234567891,PDS+\n") {
            .contractTypes(try ContractTypesFile.read($0))
        }
        try takeIn("contract_number,contract_type\n1234567891,PDS\n") { .contractTypes(try ContractTypesFile.read($0)) }
        let rulings = try store.read { db in try RulingRows.all(db) }
        #expect(rulings.map(\.type) == [.gds, .pds])
        #expect(rulings.allSatisfy { $0.term == .notSaid && $0.reason.contains("local.csv") && $0.evidence != nil })
    }

    @Test func `a person's ruling goes before a local list`() throws {
        let example = try Example(months: 1)
        let contract = try #require(try example.store.read { db in try TermsRows.newest(db) }.first).terms.contract
        let bytes = Array("contract_number,contract_type\n\(contract),GDS\n".utf8)
        try example.perform(
            ImportLocalFacts(
                source: Example.source(bytes, "types.csv"), container: nil, conditions: ReadingConditions(),
                facts: .contractTypes(try ContractTypesFile.read(Sheet(csv: bytes, named: "types.csv")))))
        try example.perform(
            RuleOnContract(
                ContractRuling(contract: contract, type: .pds, term: .ends(Day("2031-03-31")!), reason: "Signed copy")))
        let rulings = try example.store.read { db in try RulingRows.all(db) }.filter { $0.contract == contract }
        #expect(rulings.map(\.reason) == ["Signed copy"])
    }

    @Test func `months of charges make a year, and a year's own figure goes before them`() throws {
        try takeIn("contract_number,patient_charges,month\n1234567890,100.00,2024-04\n1234567890,50.50,2024-05\n") {
            .patientCharges(try ChargesFile.read($0))
        }
        let year = FinancialYear("2024-25")!
        let contract = ContractNumber("1234567890")!
        #expect(try store.read { db in try LocalFacts.patientCharges(db) } == [contract: [year: Money(pence: 15_050)]])
        try takeIn("contract_number,patient_charges,year\n1234567890,999.00,2024/25\n") {
            .patientCharges(try ChargesFile.read($0))
        }
        #expect(try store.read { db in try LocalFacts.patientCharges(db) } == [contract: [year: Money(pence: 99_900)]])
    }

    private static let document: JSONValue = [
        "name": "Wexbourne eDEN", "layout": "eden", "reviewedBy": "A. Analyst", "reviewedOn": "2025-01-02",
        "validFrom": "2024-04-01", "columns": ["contract": "No", "month": "Month", "delivered": "UDAs"],
    ]

    @Test func `a mapping is kept once, without its reviewer's name in the journal`() throws {
        let saved = try SaveMapping(document: Self.document, digest: Digest.of(Self.document))
        try store.perform(saved, by: Example.author, at: Example.moment)
        try store.perform(saved, by: Example.author, at: Example.moment)
        let (mappings, lines) = try store.read { db in (try MappingHeld.all(db), try Journal.lines(db)) }
        #expect(mappings.map(\.content) == [Self.document.canonical])
        #expect(lines.count == 1 && !lines[0].content.contains("Analyst"))
        #expect(
            refused { try store.perform(saved, by: Example.author, at: Moment(secondsSince1970: 0)) }
                == "reviewed-later")
    }

    @Test func `an extract may be read again by another mapping, and the newest row of a month holds`() throws {
        let bytes = Array("No,Month,UDAs,Other\n1234567890,01/05/2024,10.5,20\n".utf8)
        var other = Self.document
        if case .object(var members) = other {
            members.removeAll { $0.key == "columns" }
            members.append(.init("columns", ["contract": "No", "month": "Month", "delivered": "Other"]))
            other = .object(members)
        }
        for document in [Self.document, other] {
            let saved = try SaveMapping(document: document, digest: Digest.of(document))
            let reading = try MappedExtract.read(csv: bytes, named: "eden.csv", mapping: saved.mapping)
            try store.perform(
                ImportLocalFacts(
                    source: Example.source(bytes, "eden.csv"), container: nil, conditions: ReadingConditions(),
                    facts: .extract(reading, mapping: saved.digest)), by: Example.author, at: Example.moment)
        }
        let rows = try store.read { db in try LocalFacts.extracts(db) }
        #expect(rows.map(\.delivered) == [Units(20)])
    }

    @Test func `every companion file of the exemplar is taken in without a problem`() throws {
        let data = Example.exemplar
        for file in data.companionFiles {
            let sheet = try Sheet(csv: file.bytes, named: file.name)
            let facts: ImportLocalFacts.Facts =
                switch file.name {
                case "populations.csv": .populations(try PopulationFile.read(sheet))
                case "contract-types.csv": .contractTypes(try ContractTypesFile.read(sheet))
                case "provider-groups.csv": .providerGroups(try ProviderGroupsFile.read(sheet))
                default: .patientCharges(try ChargesFile.read(sheet))
                }
            #expect(facts.problems.isEmpty, "\(file.name)")
            try store.perform(
                ImportLocalFacts(
                    source: Example.source(file.bytes, file.name), container: nil, conditions: ReadingConditions(),
                    facts: facts), by: Example.author, at: Example.moment)
        }
        let (people, groups, charges) = try store.read { db in
            try (LocalFacts.populations(db), LocalFacts.providerGroups(db), LocalFacts.patientCharges(db))
        }
        #expect(people.count == Exemplar.commissioners.count)
        #expect(!groups.isEmpty && !charges.isEmpty)
    }
}

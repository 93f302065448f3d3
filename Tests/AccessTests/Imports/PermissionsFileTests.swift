import Access
import Testing
import Vocabulary

struct PermissionsFileTests {
    private let shipped = String(decoding: AccessRules.shippedFile, as: UTF8.self)

    /// What is refused of a file, in words; nil where nothing is.
    private func fault(_ text: String) -> String? {
        do throws(Refusal) {
            _ = try PermissionsFile.read(Array(text.utf8), named: "permissions.csv")
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `every permission has a cell for every role, a title, an owner and a day of review`() throws {
        let lines = shipped.split(separator: "\n")
        #expect(lines.count == Permission.allCases.count + 1)
        let rules = try PermissionsFile.read(Array(shipped.utf8), named: "permissions.csv")
        #expect(rules.lines.map(\.permission) == Permission.allCases, "in the order of the permissions")
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",").filter { $0 == "yes" || $0 == "no" }
            #expect(cells.count == Role.allCases.count, "\(line)")
        }
        for line in rules.lines {
            #expect(!line.title.isEmpty && !line.owner.isEmpty && line.reviewBy > Day("2026-12-31")!)
            #expect(!line.roles.isEmpty, "nobody holds \(line.permission)")
        }
        #expect(Set(rules.lines.map(\.title)).count == rules.lines.count)
    }

    @Test func `the duties that must lie apart lie apart`() {
        let rules = AccessRules.shipped
        #expect(rules.roles(with: .administer) == [.administrator])
        #expect(
            Set(Permission.allCases.filter { rules.roles(with: $0).contains(.administrator) }).isDisjoint(with: [
                .runRounds, .scoreOptions, .castBallots, .readScoresOfOthers, .readRegister, .recordDecisions, .publish,
            ]))
        #expect(!rules.roles(with: .scoreOptions).contains(.commissioningManager))
        #expect(rules.roles(with: .readRegister) == [.governanceLead])
        #expect(rules.roles(with: .manageOwnAccount) == Role.allCases)
        let ofObservers = Permission.allCases.filter { rules.roles(with: $0).contains(.observer) }
        #expect(
            ofObservers == [
                .readContracts, .readRounds, .readScoresOfOthers, .readMeetings, .readAssessments, .reportGaps,
                .readJournal, .manageOwnAccount, .useAPI,
            ], "observers look on, and may tell of a gap")
        #expect(
            Permission.allCases.filter { rules.roles(with: $0).contains(.provider) }
                == [.declareOwnInterests, .readAssessments, .reportGaps, .manageOwnAccount, .useAPI])
    }

    @Test func `a cell that is neither yes nor no is refused with its row and column`() throws {
        let broken = shipped.replacing("weigh,give weights as a member of the panel,no,", with: "weigh,give weights,,")
        #expect(broken != shipped)
        #expect(try #require(fault(broken)).contains("row 9, administrator"))
    }

    @Test func `a column that is missing, a word that is no permission and a row that is missing are refused`() throws {
        #expect(try #require(fault(shipped.replacing(",observer,", with: ",auditor,"))).contains("columns"))
        #expect(try #require(fault(shipped.replacing("\nweigh,", with: "\nbless,"))).contains("is no permission"))
        let lines = shipped.split(separator: "\n").filter { !$0.hasPrefix("weigh,") }
        #expect(try #require(fault(lines.joined(separator: "\n"))).contains("“weigh”"))
        #expect(
            try #require(fault(shipped + "weigh,twice,no,no,no,no,no,no,no,no,Us,2027-01-01\n")).contains("two lines"))
    }

    @Test func `a permission says in words what it allows`() {
        #expect(Permission.readContracts.title == "see contracts and their figures")
    }
}

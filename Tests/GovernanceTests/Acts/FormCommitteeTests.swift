import Governance
import Testing
import Vocabulary

struct FormCommitteeTests {
    private typealias Sample = CommitteeSample

    private func form(_ id: String, title: String = "Board") -> FormCommittee {
        FormCommittee(
            committee: Sample.slug(id), title: title, body: OrganisationCode("QWX")!, formedOn: Day("2022-07-01")!)
    }

    @Test func `a committee exists from its first day`() throws {
        let committee = try Sample.decided(form("board"), on: GovernanceBook()).committees[Sample.slug("board")]
        #expect(committee?.exists(on: Day("2022-06-30")!) == false)
        #expect(committee?.exists(on: Day("2022-07-01")!) == true)
    }

    @Test func `a committee is not formed twice, nor without a title`() throws {
        #expect(Sample.code(form("pccc"), on: try Sample.book()) == "committee-exists")
        #expect(Sample.code(form("board", title: " "), on: GovernanceBook()) == "text-missing")
        #expect(Sample.code(form("new"), on: GovernanceBook()) == "name-of-addresses")
    }

    @Test func `the act is read from its journalled form`() throws {
        let act = form("board")
        #expect(try GovernanceActs.decode(name: "formCommittee", act.journalled) as? FormCommittee == act)
    }
}

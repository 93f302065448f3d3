import Governance
import Testing
import Vocabulary

struct QuorumWordsTests {
    private typealias Sample = CommitteeSample

    @Test func `the published quorums read as sentences`() {
        #expect(
            Sample.Published.all.map(\.inWords) == [
                "at least 3 members, among them a lay member and either a chief officer, a chief finance officer or "
                    + "a chief of service delivery",
                "at least 3 non-executives, a GP, at least 2 chief officers, a chief finance officer, a head of "
                    + "contracting and at least 2 non-voting members",
                "a lay member, a GP and an executive member",
                "at least 4 members, among them either a chief officer or a chief finance officer, at least 2 lay "
                    + "members, lay people, nurses or secondary care consultants and the chair or the vice-chair",
            ])
        #expect(
            Sample.statutory.inWords
                == "more than half of the lay members and executive members with a vote, those recused left out")
    }

    @Test func `lists within lists stand in brackets`() {
        let rule = QuorumRule.any([
            .all([.atLeast(1, Sample.roles("lay")), .atLeast(1, Sample.roles("gp"))]), .atLeast(4, .voting),
        ])
        #expect(rule.inWords == "either (a lay member and a GP) or at least 4 voting members")
    }

    @Test func `people by name and parts read as they are`() {
        let people = [Sample.slug("p1"), Sample.slug("p2")]
        #expect(QuorumRule.atLeast(2, .people(people)).inWords == "“p1” and “p2”")
        #expect(QuorumRule.atLeast(1, .people(people)).inWords == "at least 1 of “p1” and “p2”")
        let third = QuorumRule.part(numerator: 1, denominator: 3, isMoreThan: false, of: .anybody)
        #expect(third.inWords == "at least one third of the members")
    }

    @Test func `roles of several words have their plural at the head`() {
        #expect(Sample.slug("head-of-contracting").roleInWords(isOne: false) == "heads of contracting")
        #expect(Sample.slug("dentist").roleInWords() == "dentist")
    }
}

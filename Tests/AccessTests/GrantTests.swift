import Access
import Testing
import Vocabulary

struct GrantTests {
    @Test func `a grant is held from its first day to its last`() {
        let grant = Grant(
            role: .analyst, commissioner: OrganisationCode("QWX"), since: Day("2026-04-01")!, until: Day("2026-06-30")!)
        #expect(!grant.isHeld(on: Day("2026-03-31")!) && grant.isHeld(on: Day("2026-04-01")!))
        #expect(grant.isHeld(on: Day("2026-06-30")!) && !grant.isHeld(on: Day("2026-07-01")!))
        #expect(grant.stands(on: Day("2026-03-31")!) && !grant.stands(on: Day("2026-07-01")!))
    }

    @Test func `a withdrawn grant is held no more on the day of its withdrawal`() {
        var grant = Grant(role: .observer, commissioner: nil, since: Day("2026-04-01")!)
        grant.withdrawnOn = Day("2026-05-01")!
        #expect(grant.isHeld(on: Day("2026-04-30")!) && !grant.isHeld(on: Day("2026-05-01")!))
        #expect(!grant.stands(on: Day("2026-04-30")!))
        #expect(grant.inWords == "observer at all commissioners")
    }
}

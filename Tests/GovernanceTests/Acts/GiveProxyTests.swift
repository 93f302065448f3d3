import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct GiveProxyTests {
    static let give = GiveProxy(meeting: M.may, principal: M.s("cfo"), holder: M.s("nurse"), at: M.at(0))

    /// OpenSlides issue 5745: votes of those whose proxy is not present count for nothing.
    @Test func `a proxy's vote counts only while the proxy is there`() throws {
        let vote = CastVotes(
            meeting: M.may, motion: M.s("m1"),
            votes: [Vote(voter: M.s("cfo"), choice: .inFavour, castBy: M.s("nurse"))], at: M.at(11))
        let voted = try M.held(before: OpenMeeting.self).doing([
            Self.give, M.open, JoinMeeting(meeting: M.may, person: M.s("far"), at: M.at(0)), M.handle, M.leave, M.take,
            CoOptMember(
                meeting: M.may, committee: M.pccc, item: M.item.id, person: M.s("far"), roles: [M.s("gp")], asked: [],
                reason: "no clinician is left", at: M.at(8)),
            M.move, M.votes, vote,
        ])
        #expect(try voted.doing(M.count).may.resolutions[0].tally?.inFavour == 3)
        let left = try voted.doing(LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(12)))
        let resolution = try left.doing(M.count).may.resolutions[0]
        #expect(resolution.tally?.inFavour == 2)
        #expect(resolution.tally?.against == 0)
        #expect(Set(resolution.setAside) == ["cfo", "nurse"].map(M.s).reduce(into: []) { $0.insert($1) })
    }

    @Test func `no proxy is given where the terms allow none, to oneself, by one without a vote, or on`() throws {
        let none = try M.book(terms: M.terms(proxies: false)).doing([M.plan, M.put])
        #expect(none.refusal(of: Self.give) == "proxies-not-allowed")
        let book = try M.book().doing([M.plan, M.put])
        #expect(book.refusal(of: GiveProxy(meeting: M.may, principal: M.s("cfo"), holder: M.s("cfo"))) == "own-proxy")
        let watch = GiveProxy(meeting: M.may, principal: M.s("watch"), holder: M.s("cfo"))
        #expect(book.refusal(of: watch) == "not-voting-member")
        let on = GiveProxy(meeting: M.may, principal: M.s("nurse"), holder: M.s("vice"))
        #expect(try book.doing(Self.give).refusal(of: on) == "proxy-twice")
    }
}

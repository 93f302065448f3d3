import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct JudgeClinicalVoiceTests {
    @Test func `a ruling that leaves no clinician is known before the meeting, for the options that it touches`() throws
    {
        let book = try M.book().clinical("gp", area: "harbour").doing([M.plan, M.put, M.handle])
        let voice = try #require(book.may.unheard(M.item.id).first)
        #expect(voice.unheardParts == [M.s("option-7")] && voice.excluded == [M.s("gp")] && voice.heard == [M.s("gp")])
        #expect(
            MeetingTables(book.may, in: book) { _ in nil }.unheard(M.item.id) == [
                "No clinician of Primary care committee takes part in deciding on option-7: gp is left out."
            ])
    }

    @Test func `a live absence is found too, and ends when the clinician is back`() throws {
        let book = try M.book().clinical("gp", area: "harbour").clinical("nurse", area: "coast")
            .doing([M.plan, M.put, M.open, M.handle, M.leave, M.take])
        #expect(book.may.unheard(M.item.id).isEmpty)
        let gone = try book.doing(LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(7)))
        #expect(gone.may.unheard(M.item.id).map(\.absent) == [["gp", "nurse"].map(M.s)])
        let back = try gone.doing(JoinMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(8)))
        #expect(back.may.unheard(M.item.id).isEmpty)
        #expect(back.may.proceedings[0].voices.map(\.isHeard) == [false, true])
    }

    @Test func `a committee without clinicians has no voice to lose`() throws {
        #expect(try M.held().may.proceedings[0].voices.isEmpty)
    }

    @Test func `a clinician is heard as the deputy of a member who is none, while the member is away`() throws {
        var book = M.book().clinical("gp", area: "harbour").clinical("far", area: "coast")
        book.committees[M.pccc]?.memberships.append(
            Membership(
                person: M.s("far"), roles: [M.s("executive")], deputyFor: M.s("cfo"), from: Day("2022-07-01")!))
        book = try book.doing([M.plan, M.put, M.open, M.handle, M.leave])
        let without = try book.doing(M.take)
        #expect(without.may.unheard(M.item.id).map(\.heard) == [[]])
        let with = try without.doing(JoinMeeting(meeting: M.may, person: M.s("far"), at: M.at(7)))
        #expect(with.may.unheard(M.item.id).isEmpty)
        let came = try with.doing(JoinMeeting(meeting: M.may, person: M.s("cfo"), at: M.at(8)))
        #expect(came.may.unheard(M.item.id).map(\.heard) == [[]])
    }
}

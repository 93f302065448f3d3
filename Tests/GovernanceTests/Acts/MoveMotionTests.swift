import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct MoveMotionTests {
    @Test func `a motion carries its item's amount and papers`() throws {
        let motion = try #require(try M.held(before: CastVotes.self).may.motions.first)
        #expect(motion.amount == M.item.amount)
        #expect(motion.evidence == [M.digest("e")])
        #expect(motion.isOpen)
    }

    @Test func `a motion above the mandate is refused with the terms that say so`() throws {
        let book = try M.held(before: MoveMotion.self)
        var move = M.move
        move.motion.amount = Money(pence: 50_000_001)
        do {
            _ = try book.doing(move)
            Issue.record("it was moved")
        } catch {
            #expect(error.code == "above-mandate")
            #expect(error.sentence.contains("Terms of reference of July 2022"))
        }
        move.motion.amount = Money(pence: 50_000_000)
        #expect(book.refusal(of: move) == nil)
    }

    @Test func `a motion without reasons, options or a known part is refused`() throws {
        let book = try M.held(before: MoveMotion.self)
        var move = M.move
        move.motion.reasons = " "
        #expect(book.refusal(of: move) == "no-reason")
        move = M.move
        move.motion.considered = []
        #expect(book.refusal(of: move) == "nothing-considered")
        move = M.move
        move.motion.parts = [M.s("option-99")]
        #expect(book.refusal(of: move) == "no-such-part")
        move = M.move
        move.motion.mover = nil
        #expect(book.refusal(of: move) == "mover-missing")
        move.motion.mover = M.s("watch")
        #expect(book.refusal(of: move) == "not-voting-member")
    }

    /// WhatDoTheyKnow theme issue 1308: two people of one household do not both approve.
    @Test func `two people of one household do not move and second a motion`() throws {
        var book = try M.held(before: MoveMotion.self)
        let tie = PersonFile.Tie(name: M.s("household-3"), from: Day("2020-01-01")!)
        for id in ["vice", "nurse"] { book.people[M.s(id)]?.ties = [tie] }
        #expect(book.refusal(of: M.move) == "approvers-tied")
    }

    @Test func `nothing is moved on the option while the member with an interest in it is in the room`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open, M.handle, M.take])
        #expect(book.refusal(of: M.move) == "recused-present")
        var other = M.move
        other.motion.parts = [M.s("option-1")]
        #expect(book.refusal(of: other) == nil)
    }
}

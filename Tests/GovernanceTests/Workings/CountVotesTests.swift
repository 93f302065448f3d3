import Governance
import TestSupport
import Testing
import Vocabulary

struct CountVotesTests {
    private typealias Sample = CommitteeSample

    /// Votes as `a+`, `b-`, `c0`; `a+d` is the vote of a, cast by the proxy d.
    private func votes(_ text: String) -> [Vote] {
        text.split(separator: " ").map { word in
            let mark = word.firstIndex { "+-0".contains($0) }!
            let choice: Vote.Choice = word[mark] == "+" ? .inFavour : word[mark] == "-" ? .against : .abstain
            let proxy = word[word.index(after: mark)...]
            return Vote(voter: Slug(word[..<mark])!, choice: choice, castBy: proxy.isEmpty ? nil : Slug(proxy)!)
        }
    }

    private func question(_ text: String, _ lines: String...) -> CountVotes.Question {
        .init(seats: lines.map { Sample.seat($0) }, votes: votes(text))
    }

    private func code(_ question: CountVotes.Question) -> String? {
        do throws(Refusal) {
            _ = try CountVotes.count(question)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `an abstention is no vote cast`() throws {
        let tally = try CountVotes.count(question("a+ b+ c- d0 e0", "a", "b", "c", "d", "e", "f"))
        #expect((tally.inFavour, tally.against, tally.abstained, tally.notGiven) == (2, 1, 2, 1))
        #expect(tally.outcome == .carried && tally.eligible == 6)
        #expect(tally.inWords == "carried, 2 for and 1 against, 2 abstained")
    }

    @Test func `the answer counts what is still needed and whether it can still come`() throws {
        let tally = try CountVotes.count(question("a+ b- c-", "a", "b", "c", "d", "e"))
        #expect(tally.moreNeeded == 2 && tally.notGiven == 2 && tally.canStillCarry)
        #expect(tally.json["moreNeeded"] == 2 && tally.json["canStillCarry"] == true)
        #expect(try CountVotes.count(question("a- b- c-", "a", "b", "c", "d")).canStillCarry == false)
    }

    @Test func `a motion on which everybody abstains is not carried and not tied`() throws {
        #expect(try CountVotes.count(question("a0 b0", "a", "b")).outcome == .notCarried)
    }

    /// OpenSlides issue 6667: two thirds and four fifths, and a counter of what is still needed.
    @Test(arguments: [
        (Majority.simple, 3, 3, false, 1), (.simple, 4, 3, true, 0), (.simple, 0, 5, false, 6),
        (.twoThirds, 4, 2, true, 0), (.twoThirds, 5, 3, false, 1), (.twoThirds, 2, 2, false, 2),
        (.fourFifths, 8, 2, true, 0), (.fourFifths, 7, 2, false, 1), (.fourFifths, 3, 1, false, 1),
        (.twoThirds, 0, 0, false, 1),
    ])
    func `a majority is counted exactly, with what is still needed`(
        majority: Majority, inFavour: Int, against: Int, isCarried: Bool, needed: Int
    ) {
        #expect(majority.isCarried(inFavour: inFavour, against: against) == isCarried)
        #expect(majority.moreNeeded(inFavour: inFavour, against: against) == needed)
    }

    @Test(arguments: Majority.allCases)
    func `so many more votes carry the motion and one fewer does not`(majority: Majority) {
        for inFavour in 0...20 {
            for against in 0...20 {
                let needed = majority.moreNeeded(inFavour: inFavour, against: against)
                #expect(majority.isCarried(inFavour: inFavour + needed, against: against))
                if needed > 0 { #expect(!majority.isCarried(inFavour: inFavour + needed - 1, against: against)) }
            }
        }
    }

    @Test(arguments: [
        ("z+", "voter-unknown"), ("r+", "voter-recused"), ("n+", "voter-not-voting"), ("w+", "voter-absent"),
        ("a+ a-", "vote-twice"), ("d+", "deputy-not-needed"), ("w+a", "proxies-not-allowed"),
    ])
    func `a vote that may not be given is refused`(text: String, expected: String) {
        #expect(code(question(text, "a", "r ~", "n -", "w ?", "d >a")) == expected)
    }

    /// OpenSlides issue 5745: votes delegated to somebody who is not there were counted.
    @Test func `the vote given to an absent proxy does not count`() throws {
        var question = question("w+h", "a", "w ?", "h ?")
        question.allowsProxies = true
        question.proxies = [Proxy(principal: Sample.slug("w"), holder: Sample.slug("h"))]
        #expect(code(question) == "proxy-absent")
        question.votes = votes("a+")
        #expect(try CountVotes.count(question).eligible == 1)
        #expect(CountVotes.eligible(seats: question.seats, allowsProxies: true, proxies: question.proxies).count == 1)
    }

    @Test(
        arguments: [
            ("w ?", "h", nil), ("w", "h", "proxy-not-needed"), ("w ? ~", "h", "voter-recused"),
            ("w ?", "h ~", "proxy-recused"), ("w ? -", "h", "voter-not-voting"),
        ] as [(String, String, String?)])
    func `a proxy counts for an absent, voting, unconflicted member and through one who takes part`(
        principal: String, holder: String, expected: String?
    ) {
        var question = question("w+h", principal, holder)
        question.allowsProxies = true
        question.proxies = [Proxy(principal: Sample.slug("w"), holder: Sample.slug("h"))]
        #expect(code(question) == expected)
        question.proxies = []
        if expected == nil { #expect(code(question) == "proxy-not-given") }
    }

    @Test func `a proxy is of one hop`() {
        var question = question("w+h", "w ?", "m ?", "h")
        question.allowsProxies = true
        question.proxies = [
            Proxy(principal: Sample.slug("w"), holder: Sample.slug("m")),
            Proxy(principal: Sample.slug("m"), holder: Sample.slug("h")),
        ]
        #expect(code(question) == "proxy-not-given")
        #expect(CountVotes.eligible(seats: question.seats, allowsProxies: true, proxies: question.proxies).count == 2)
    }

    @Test func `a deputy takes the seat before a proxy does`() {
        var question = question("w+h", "w ?", "d >w", "h")
        question.allowsProxies = true
        question.proxies = [Proxy(principal: Sample.slug("w"), holder: Sample.slug("h"))]
        #expect(code(question) == "proxy-not-needed")
        question.votes = votes("d+ h-")
        #expect(code(question) == nil)
    }

    @Test func `a tie is broken by whoever chairs and may vote, where the terms say so`() throws {
        var question = question("a+ b-", "a !", "b", "c ~")
        #expect(try CountVotes.count(question).outcome == .tied)
        question.castingVote = CastingVote(by: Sample.slug("a"), choice: .inFavour)
        #expect(code(question) == "casting-vote-not-allowed")
        question.hasCastingVote = true
        #expect(code(question) == "casting-vote-not-chair")
        question.chair = Sample.slug("a")
        let tally = try CountVotes.count(question)
        #expect(tally.outcome == .carried && tally.isByCastingVote && tally.inFavour == 1)
        #expect(tally.inWords == "carried by the casting vote, 1 for and 1 against")
        question.castingVote?.choice = .against
        #expect(try CountVotes.count(question).outcome == .notCarried)
        question.castingVote?.choice = .abstain
        #expect(code(question) == "casting-vote-without-tie")
        question.chair = Sample.slug("c")
        question.castingVote = CastingVote(by: Sample.slug("c"), choice: .inFavour)
        #expect(code(question) == "casting-vote-not-chair")
    }

    @Test func `there is no casting vote where two thirds are needed or nobody ties`() {
        var question = question("a+ b-", "a !", "b")
        question.hasCastingVote = true
        question.chair = Sample.slug("a")
        question.castingVote = CastingVote(by: Sample.slug("a"), choice: .inFavour)
        question.majority = .twoThirds
        #expect(code(question) == "casting-vote-without-tie")
        question.majority = .simple
        question.votes = votes("a+ b+")
        #expect(code(question) == "casting-vote-without-tie")
    }

    @Test func `sealed counts are at most those who could vote, and stand alone`() throws {
        var question = question("", "a", "b", "c ~", "d -")
        question.sealed = .init(inFavour: 1, against: 1)
        #expect(try CountVotes.count(question).outcome == .tied)
        question.sealed = .init(inFavour: 2, against: 1)
        #expect(code(question) == "votes-exceed-eligible")
        question.sealed = .init(inFavour: 3, against: -1)
        #expect(code(question) == "votes-negative")
        question.sealed = .init(inFavour: 1, against: 0)
        question.votes = votes("a+")
        #expect(code(question) == "votes-both-ways")
    }

    @Test func `votes never exceed those eligible, and the recused are never among them`() throws {
        var numbers = SeededNumbers(seed: 4)
        for _ in 0..<600 {
            let seats = (0..<Int.random(in: 1...7, using: &numbers)).map { number in
                Seat(
                    person: Sample.slug("p\(number)"), roles: [],
                    isVoting: Int.random(in: 0...3, using: &numbers) > 0,
                    deputyFor: number > 4 ? Sample.slug("p\(number - 4)") : nil,
                    isPresent: Bool.random(using: &numbers), isRecused: Int.random(in: 0...3, using: &numbers) == 0)
            }
            let people = seats.map(\.person)
            let proxies = (0..<3).map { _ in
                Proxy(principal: people.randomElement(using: &numbers)!, holder: people.randomElement(using: &numbers)!)
            }
            let eligible = CountVotes.eligible(seats: seats, allowsProxies: true, proxies: proxies)
            #expect(Set(eligible).isDisjoint(with: seats.filter(\.isRecused).map(\.person)), "\(seats)")
            #expect(eligible.count <= seats.count { $0.isVoting && $0.deputyFor == nil }, "\(seats)")
            let given = people.map { person in
                Vote(voter: person, choice: Vote.Choice.allCases.randomElement(using: &numbers)!)
            }
            var question = CountVotes.Question(seats: seats, allowsProxies: true, proxies: proxies)
            // One by one: each is counted or refused, and what is counted is eligible.
            for vote in given {
                question.votes = [vote]
                if code(question) == nil { #expect(eligible.contains(vote.voter), "\(vote) of \(seats)") }
            }
            question.votes = given.filter { vote in
                question.votes = [vote]
                return code(question) == nil
            }
            let tally = try CountVotes.count(question)
            #expect(tally.notGiven >= 0 && tally.cast + tally.abstained == question.votes.count)
        }
    }
}

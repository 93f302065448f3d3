import Foundation
import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// What may be read as a file of a round, and how a text of others is shown.
struct RoundFileTests {
    @Test(arguments: ["../secret", "a/../../secret", "/etc/hostname", "./a", "a//b", "", "link", "linked/secret"])
    func `a document outside the folder is refused`(path: String) async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            try scratch.write("secret", "a secret")
            try scratch.write("round/inside.md", "a document")
            let links = FileManager.default
            try links.createSymbolicLink(atPath: scratch.path("round/link"), withDestinationPath: "../secret")
            try links.createSymbolicLink(atPath: scratch.path("round/linked"), withDestinationPath: "..")
            let folder = scratch.path("round")
            #expect(try RoundFiles.place(of: "inside.md", in: folder) == "\(folder)/inside.md")
            do throws(Refusal) {
                _ = try RoundFiles.place(of: path, in: folder)
                Issue.record("\(path) lies outside")
            } catch {
                #expect(error.code == "path-outside")
            }
        }
    }

    @Test func `a folder with a link out of it is refused`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            try scratch.write("secret", "a secret")
            try scratch.write("round/round.yaml", "round: my-round")
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path("round/quality.md"), withDestinationPath: "../secret")
            #expect(throws: Refusal.self) { _ = try RoundFiles(folder: scratch.path("round")) }
        }
    }

    @Test func `a file above the limit is refused before it is parsed`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let path = try scratch.write("options.yaml", "options: []")
            #expect(try InputBytes.read(path, atMost: 11).count == 11)
            do {
                _ = try InputBytes.read(path, atMost: 10)
                Issue.record("it is larger")
            } catch let refusal as Refusal {
                #expect(refusal.code == "file-too-large")
            }
        }
    }

    @Test func `a file of another ending is refused by its ending`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let path = try scratch.write("options.txt", "options: []")
            do {
                _ = try RoundFiles.form(at: path)
                Issue.record("it is no form")
            } catch let refusal as Refusal {
                #expect(refusal.code == "file-ending")
                #expect(refusal.description.contains("options.txt"))
            }
        }
    }

    @Test func `what would command a terminal is made visible`() {
        #expect(Printing.visible("a\u{1B}[2Jb\u{07}\u{08}") == "a␛[2Jb␇␈")
        #expect(Printing.visible("x\u{202E}y\u{9B}z") == "x\u{FFFD}y\u{FFFD}z")
        #expect(Printing.visible("one\ntwo\tthree\r\nfour\rfive\r") == "one\ntwo\tthree\r\nfour␍five␍")
        #expect(Printing.visible("£80,000 “naïve” 👩‍⚕️") == "£80,000 “naïve” 👩‍⚕️")
    }

    @Test func `a vote that is missing in a file is refused before the ballot is opened, with the member's name`()
        async throws
    {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 8) == nil)
            let round = try scratch.round()
            let chair = Slug("chair")!
            func refusal(_ papers: [BallotDocument.Entry]) -> Refusal? {
                let opening = BallotDocument(ballot: Slug("may")!).opening(in: round, on: Clock.now().day)
                do throws(Refusal) {
                    try RoundFolderIntake.check(papers, on: opening, in: round, at: Clock.now())
                    return nil
                } catch {
                    return error
                }
            }
            let whole: [String: BallotDocument.Word] = [
                "home-visits": .fund, "school-programme": .abstain, "evening-clinic": .doNotFund,
            ]
            #expect(refusal([.init(member: chair, votes: whole)]) == nil)
            let wanting = refusal([.init(member: chair, votes: ["home-visits": .fund])])
            #expect(wanting?.code == "vote-missing")
            #expect(wanting?.sentence.contains("chair") == true)
            #expect(
                refusal([.init(member: chair, votes: whole), .init(member: chair, votes: whole)])?.code
                    == "member-twice")
            #expect(refusal([.init(member: Slug("stranger")!, votes: whole)])?.code == "no-such-member")
        }
    }

    @Test func `a word that is not known is refused with those that are`() {
        struct Given: Decodable { var method: WeightsGiven.Method }
        do throws(Refusal) {
            let _: Given = try JSONValue.object([.init("method", .text("magic"))]).decoded(named: "weights.yaml")
            Issue.record("there is no such method")
        } catch {
            #expect(error.sentence.contains("method: “magic” is none of: swing, rankOrder"), "\(error)")
        }
    }
}

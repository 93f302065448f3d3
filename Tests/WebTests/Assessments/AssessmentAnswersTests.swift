import Assessments
import Exemplar
import Store
import Testing
import Vocabulary

@testable import Web

/// Needs assessments in the browser, from an empty list to a version, and the inbox of gaps beside.
struct AssessmentAnswersTests {
    private static let root = "/needs/assessments"
    private static let teeth = "/needs/assessments/teeth"

    private func served() throws -> Served {
        let served = Served(store: try Store.inMemory())
        try served.store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        return served
    }

    /// With a figure and a conclusion that rests on it.
    private func filled() async throws -> Served {
        let served = try served()
        let steps: [(String, [(String, String)])] = [
            (
                "\(Self.root)/new",
                [
                    ("title", "Children’s teeth"), ("name", "teeth"), ("question", "Where is decay worst?"),
                    ("area", "Wexbourne"), ("lead", "Consultant"), ("commissioner", "QZW"),
                ]
            ),
            (
                "\(Self.teeth)/figures/new",
                [
                    ("kind", "indicator"), ("title", "Decay"), ("source", "Survey"), ("theme", "decay"),
                    ("table", "Area\tDecay\r\nCoast\t31.5\r\n"),
                ]
            ),
            ("\(Self.teeth)/conclusions/new", [("text", "Worst on the coast"), ("figures", "figure-1")]),
        ]
        for (path, form) in steps {
            let reply = try await served.post(path, form)
            #expect(reply.status == 303, "\(path): \(reply.words)")
        }
        return served
    }

    private func report(
        _ served: Served, as account: String = "provider", entry: String = "gap-1"
    ) async throws -> Reply {
        try await served.post(
            "\(Self.teeth)/gaps/new",
            [
                ("what", "No dentist takes children"), ("place", "Densham"), ("from", "Densham Surgery"),
                ("entry", entry),
            ], as: account)
    }

    @Test func `an assessment is opened, filled and issued, and each version is read as it was`() async throws {
        let served = try await filled()
        let page = try await served.ask(Self.teeth, as: "observer")
        #expect(page.status == 200 && page.words.contains("No clinical voice was asked for."))
        #expect(!page.text.contains("\(Self.teeth)/issue"), "an observer is offered no form")
        let asked = try await served.ask("\(Self.teeth)/issue")
        #expect(asked.words.contains("Issue version 1"))
        for _ in 0..<2 {
            #expect(try await served.post("\(Self.teeth)/issue", [("number", "1")]).status == 303)
        }
        let held = try AssessmentDesk(served.store).assessment(Slug("teeth")!)
        #expect(held.versions.count == 1, "sent twice, issued once")
        let version = try await served.ask("\(Self.teeth)/versions/1", as: "observer")
        #expect(version.status == 200 && version.words.contains("Worst on the coast"))
        #expect(version.words.contains("31.5") && version.words.contains(held.versions[0].document.description))
        let word = try await served.ask("\(Self.teeth)/versions/1/word")
        #expect(word.status == 200 && word.bytes.starts(with: Array("PK".utf8)))
        let json = try await served.ask("\(Self.teeth)/versions/1/json")
        let kept = try served.store.read { db in try KeptBytes.of(held.versions[0].document, db) }
        #expect(json.bytes == kept?.bytes)
        #expect(try await served.ask("\(Self.teeth)/versions/2").status == 404)
        #expect(try await served.ask("\(Self.teeth)/document.docx").status == 200)
        #expect(try await served.ask("\(Self.teeth)/document.json").text.contains("\"form\":1"))
    }

    @Test func `a practice reports a gap and sees its answer`() async throws {
        let served = try await filled()
        let sent = try await report(served)
        #expect(sent.status == 303 && sent.location == "\(Self.teeth)/gaps/gap-1")
        #expect(try await report(served).status == 303, "sent twice")
        let gap = "\(Self.teeth)/gaps/gap-1"
        let before = try await served.ask(gap, as: "provider")
        #expect(before.words.contains("Not answered yet") && !before.text.contains("\(gap)/triage"))
        #expect(try await served.ask(gap).text.contains("\(gap)/triage"))
        #expect(try await served.ask("/home").words.contains("Look at a reported gap: Children’s teeth"))
        #expect(try await !served.ask("/home", as: "provider").words.contains("Look at a reported gap"))
        let early = try await served.post("\(gap)/answer", [("text", "A clinic opens")])
        #expect(early.status == 422 && early.words.contains("Nobody has said yet"))
        let triage = [("outcome", "takenUp"), ("reason", "Others say so")]
        #expect(try await served.post("\(gap)/triage", triage).status == 303)
        #expect(try await served.post("\(gap)/answer", [("text", "A clinic opens")]).status == 303)
        #expect(try await served.ask(gap, as: "provider").words.contains("A clinic opens"))
        let held = try AssessmentDesk(served.store).assessment(Slug("teeth")!)
        #expect(held.gaps.count == 1)
    }

    @Test func `a gap is merged, and one that is merged or answered takes no further step`() async throws {
        let served = try await filled()
        _ = try await report(served)
        _ = try await report(served, entry: "gap-2")
        let merge = [("into", "gap-1"), ("reason", "One town")]
        #expect(try await served.post("\(Self.teeth)/gaps/gap-2/merge", merge).status == 303)
        #expect(try await served.post("\(Self.teeth)/gaps/gap-2/merge", merge).status == 303, "sent twice")
        let other = try await served.post(
            "\(Self.teeth)/gaps/gap-2/merge", [("into", "gap-1"), ("reason", "Another reason")])
        #expect(other.status == 422 && other.words.contains("was merged into"))
        let page = try await served.ask("\(Self.teeth)/gaps/gap-2", as: "provider")
        #expect(page.text.contains("\(Self.teeth)/gaps/gap-1"))
    }

    @Test func `voices and findings are recorded, parts withdrawn, and what is wrong is told with what was typed`()
        async throws
    {
        let served = try await filled()
        let steps: [(String, [(String, String)])] = [
            (
                "\(Self.teeth)/findings/new",
                [("rung", "experience"), ("said", "We wait"), ("from", "Parents"), ("citation", "Letter")]
            ),
            (
                "\(Self.teeth)/voices/new",
                [
                    ("kind", "patient"), ("asked", "Parents’ forum"), ("askedOn-day", "1"), ("askedOn-month", "2"),
                    ("askedOn-year", "2025"),
                ]
            ),
            (
                "\(Self.teeth)/voices/voice-1/answer",
                [("came", "no"), ("on-day", "10"), ("on-month", "2"), ("on-year", "2025")]
            ),
            ("\(Self.teeth)/withdraw/figure/figure-1", [("reason", "Another year")]),
        ]
        for (path, form) in steps {
            let reply = try await served.post(path, form)
            #expect(reply.status == 303, "\(path): \(reply.words)")
        }
        let page = try await served.ask(Self.teeth)
        #expect(page.words.contains("The patient voice is empty"))
        #expect(page.words.contains("rests on the figure “figure-1”, which was withdrawn"))
        let refused = try await served.post("\(Self.teeth)/issue", [("number", "1")])
        #expect(refused.status == 422 && refused.words.contains("which was withdrawn"))
        let unnamed = try await served.post(
            "\(Self.teeth)/findings/new", [("rung", "expert"), ("said", "Long <b> recall"), ("citation", "Letter")])
        #expect(unnamed.status == 422 && unnamed.words.contains("nobody is named whose it is"))
        #expect(unnamed.text.contains("Long &lt;b&gt; recall"))
        let noTable = try await served.post(
            "\(Self.teeth)/figures/new",
            [("kind", "map"), ("title", "Map"), ("source", "Survey"), ("table", "{\"a\": 1}")])
        #expect(noTable.status == 422 && noTable.words.contains("holds no table"))
    }

    @Test func `what identifies a patient is refused, and nobody keeps what is another’s`() async throws {
        let served = try await filled()
        let named = try await served.post(
            "\(Self.teeth)/gaps/new",
            [("what", "Patient 943 476 5919 was refused"), ("place", "Densham"), ("from", "Surgery")], as: "provider")
        #expect(named.status == 422)
        for path in ["\(Self.root)/new", "\(Self.teeth)/issue", "\(Self.teeth)/findings/new"] {
            #expect(try await served.ask(path, as: "provider").status == 403, "\(path)")
        }
        let elsewhere = try await served.post(
            "\(Self.root)/new",
            [
                ("title", "T"), ("name", "other"), ("question", "Q"), ("area", "A"), ("lead", "L"),
                ("commissioner", "QQQ"),
            ])
        #expect(elsewhere.status == 422)
        #expect(try await served.ask("\(Self.root)/none").status == 404)
        #expect(try await served.ask("\(Self.teeth)/gaps/none").status == 404)
    }
}

import Assessments
import Exemplar
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// What the pages on need and access show goes into a needs assessment as it stands.
struct OwnFigureTests {
    private static let form = "/needs/assessments/teeth/figures/new"
    private static let path = "\(form)?show=comparison&of=diabetes-prevalence&by=board"

    private func served() async throws -> Served {
        let served = try ServedNeeds.filled().served
        try Self.open(in: served)
        return served
    }

    /// The system with small areas, and an assessment in it: made once.
    private static let access = Result {
        let served = try ServedAccess.filled.get()
        try open(in: served)
        return served
    }

    private static func open(in served: Served) throws {
        let id = Slug("teeth")!
        try AssessmentDesk(served.store).perform(on: id, by: Served.author, at: Served.moment) { _, _ in
            [
                OpenAssessment(
                    assessment: id, title: "Need in Wexbourne", question: "Where is need greatest?",
                    commissioner: Exemplar.commissioners[0].code, area: "Wexbourne", lead: "Consultant")
            ]
        }
    }

    /// The digest that the form brings along.
    private func seen(_ page: Reply) throws -> String {
        try String(#require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)).1)
    }

    @Test func `an indicator's page leads its keeper to the form, and an observer is offered none`() async throws {
        let served = try await served()
        let page = try await served.ask("/needs/diabetes-prevalence?by=board")
        #expect(page.words.contains("Show it in a needs assessment") && page.text.contains("show=comparison"))
        #expect(page.text.contains("show=inequality") && !page.text.contains("show=map"))
        let observer = try await served.ask("/needs/diabetes-prevalence?by=board", as: "observer")
        #expect(observer.status == 200 && !observer.words.contains("Show it in a needs assessment"))
        #expect(try await served.ask(Self.path, as: "observer").status == 403)
    }

    @Test func `figures go in as they were seen, once, with what they rest on and their picture`() async throws {
        let served = try await served()
        let asked = try await served.ask(Self.path)
        #expect(asked.status == 200 && asked.words.contains("exactly as it stands here"))
        let seen = try seen(asked)
        let sent = [("title", "Boards compared"), ("theme", "diabetes"), ("seen", seen), ("entry", "figure-1")]
        for _ in 0..<2 { #expect(try await served.post(Self.path, sent).status == 303) }
        let figures = try AssessmentDesk(served.store).assessment(Slug("teeth")!).standingFigures
        let figure = try #require(figures.first)
        #expect(figures.count == 1 && figure.kind == .funnel && figure.indicator == "diabetes-prevalence")
        #expect(figure.document.description == seen)
        let document = try await served.ask("/needs/assessments/teeth/document", as: "observer")
        #expect(document.words.contains("Boards compared") && document.words.contains("PREVALENCE_2425.csv (SHA-256"))
        #expect(document.text.contains("class=\"funnel-outer\""))
        #expect(try await served.ask("/needs/assessments/teeth/document.docx").status == 200)
    }

    @Test func `other figures than were seen are shown again and not recorded`() async throws {
        let served = try await served()
        let old = String(repeating: "0", count: 64)
        let reply = try await served.post(Self.path, [("title", "Boards"), ("seen", old), ("entry", "figure-1")])
        #expect(reply.status == 422 && reply.words.contains("These figures have changed since you saw them"))
        let untitled = try await served.post(Self.path, [("title", " "), ("seen", old)])
        #expect(untitled.status == 422 && untitled.words.contains("Enter the title."))
        #expect(try AssessmentDesk(served.store).assessment(Slug("teeth")!).figures.isEmpty)
    }

    @Test(arguments: ["figures", "comparison", "inequality"])
    func `each part of an indicator's page can be shown`(_ what: String) async throws {
        let served = try await served()
        let asked = try await served.ask("\(Self.form)?show=\(what)&of=diabetes-prevalence&by=board")
        #expect(asked.status == 200, "\(asked.words)")
        let sent = [("title", "One"), ("seen", try seen(asked)), ("entry", "figure-1")]
        let path = "\(Self.form)?show=\(what)&of=diabetes-prevalence&by=board"
        #expect(try await served.post(path, sent).status == 303)
        let kind = try AssessmentDesk(served.store).assessment(Slug("teeth")!).figures.first?.kind
        #expect(kind == FigureOrigin.What(rawValue: what)?.kind)
    }

    @Test(arguments: [
        "show=figures&of=no-such", "show=figures", "show=nonsense&of=diabetes-prevalence", "show=access&of=x",
    ])
    func `a query that names nothing shown leads to the plain form or is not found`(_ query: String) async throws {
        let served = try await served()
        let reply = try await served.ask("\(Self.form)?\(query)")
        #expect(reply.status == 404 || reply.words.contains("Copy the header and rows"), "\(reply.status)")
    }

    @Test(arguments: ["access", "accessFifths", "accessMap"])
    func `access to care goes in with its map`(_ what: String) async throws {
        let served = try Self.access.get()
        let page = try await served.ask("/needs/access")
        #expect(page.text.contains("show=\(what)&amp;"), "\(page.words.suffix(400))")
        let board = Exemplar.commissioners[0].code
        let asked = try await served.ask("\(Self.form)?show=\(what)&board=\(board)")
        #expect(asked.status == 200 && asked.words.contains(Exemplar.commissioners[0].name))
        #expect(asked.text.contains("class=\"map-0\"") == (what == "accessMap"))
    }
}

/// What a file may bring for a picture.
struct ShownPictureTests {
    private static let map = AreaMap(
        key: "mapAreas", title: "A map", valueTitle: "per cent", absent: "none",
        areas: [.init(code: "E01000001", name: nil, latitude: 51, longitude: -1, people: 100, value: 3)])!

    @Test func `a picture is read as it was written, under a key of its own`() throws {
        guard case .map(let map)? = ShownPicture(ShownPicture.map(Self.map).json, key: "figure-1") else {
            Issue.record("no map")
            return
        }
        #expect(map.areas == Self.map.areas && map.key == "figure-1")
    }

    @Test(arguments: [1e300, -1e12, 1e12])
    func `a figure that no drawing can hold makes no picture`(_ value: Double) {
        let area = AreaMap.Area(code: "a", name: nil, latitude: 51, longitude: -1, people: 1, value: value)
        let map = AreaMap(key: "m", title: "A map", valueTitle: "v", absent: "none", areas: [area])!
        #expect(ShownPicture(ShownPicture.map(map).json, key: "k") == nil)
        let north = AreaMap.Area(code: "a", name: nil, latitude: value, longitude: 0, people: 1, value: 1)
        let other = AreaMap(key: "m", title: "A map", valueTitle: "v", absent: "none", areas: [north])!
        #expect(ShownPicture(ShownPicture.map(other).json, key: "k") == nil)
        let point = FunnelPicture.Point(area: "a", name: nil, size: value, value: 1, isHigh: nil, words: "")
        let funnel = FunnelPicture(
            title: "F", unit: "u", points: [point], limits: [], average: 1, levels: ["95%"])
        #expect(ShownPicture(ShownPicture.funnel(funnel).json, key: "k") == nil)
    }

    @Test(arguments: [
        JSONValue.null, .text("map"), ["kind": "map"], ["kind": "map", "drawn": ["title": "x"]],
        ["kind": "script", "drawn": "<svg>"],
    ])
    func `what is no picture is none`(_ json: JSONValue) {
        #expect(ShownPicture(json, key: "k") == nil)
    }
}

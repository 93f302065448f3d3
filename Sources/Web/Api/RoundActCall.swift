import Access
import Governance
import HTTPTypes
import Pages
import Priorities
import Store
import Vocabulary

/// An act on a round as a call: the act as the journal holds it, without the round (the path names it) and without the
/// seat (it is the caller's own).
enum RoundActCall {
    static let answer: DocumentShape = .object([
        .init("round", .name, "the round"), .init("act", .text, "what was done"),
        .init("revision", .count, "of the round, as ETag has it"),
    ])

    /// - Returns: nil for an act without a rule, or whose shape is not found by asking it: a test says that none is.
    static func of<A: RoundAct & StoredAct>(_ type: A.Type, _ summary: String, note: String = "") -> ApiCall? {
        guard let rule = RoundActRule.of(A.name), var shape = ActShapes.found(type) else { return nil }
        let begins = A.self == OpenRound.self
        // How long an answer is worked out is not for a program to say.
        if begins { shape = shape.leavingOut(["settings"]) } else { shape = shape.leavingOut(["round"]) }
        if let seat = rule.seat { shape = shape.leavingOut(seat) }
        let isOwn = rule.seat != nil
        return ApiCall(
            .post, begins ? "/rounds" : "/rounds/:round/acts/\(A.name)", entry: .holding(rule.permission), summary,
            note: [note, isOwn ? "You act for your own seat." : ""].filter { !$0.isEmpty }.joined(separator: " "),
            parameters: begins ? [] : [TableCall.round], body: .init(shape: shape, example: shape.example),
            answer: .document("RoundChanged", answer), hasRevision: true, needsBasis: !isOwn && !begins
        ) { asked in try perform(type, rule, begins: begins, asked) }
    }

    private static func perform<A: RoundAct & StoredAct>(
        _ type: A.Type, _ rule: RoundActRule, begins: Bool, _ asked: ApiQuestion
    ) throws -> ApiReply {
        let question = asked.question
        var body = asked.body
        if !begins {
            let work = try question.roundAtWork()
            body = body.setting(["round"], to: .text(work.id.description))
            if let seat = rule.seat {
                body = body.setting(seat, to: .text(try question.seat().member.id.description))
            } else if asked.basis == nil {
                throw ApiProblem.withoutBasis
            }
        }
        let told = body
        return try answered(A.name, asked) {
            try question.perform(
                unless: { _, revision in try asked.basis?.check(revision) },
                all: { ground -> [A] in
                    for document in try asked.namedDocuments() { _ = try ground.hold(try document.bytes()) }
                    return [try told.keepingPersonalTexts(ground.keep).decoded(as: A.self, named: A.name)]
                })
        }
    }

    /// What is answered once an act is on the record; who was overtaken is shown the round as it is now.
    static func answered(_ act: String, _ asked: ApiQuestion, _ perform: () throws -> Round) throws -> ApiReply {
        let desk = RoundDesk(asked.question.store)
        do {
            let round = try perform()
            let revision = try desk.revision(of: round.id)
            return .document(
                ["round": .text(round.id.description), "act": .text(act), "revision": .integer(revision)],
                revision: revision)
        } catch let refusal as Refusal where refusal.code == "overtaken" {
            let id = try asked.question.parameter("round") { Slug($0) }
            var problem = ApiProblem(refusal)
            problem.revision = try desk.revision(of: id)
            problem.current = RoundCalls.document(of: try desk.round(id), revision: problem.revision ?? 0)
            throw problem
        }
    }
}

extension ApiProblem {
    static var withoutBasis: ApiProblem {
        ApiProblem(
            .init(code: 428, reasonPhrase: "Precondition Required"), code: "if-match-missing",
            "Say from which revision you go, so that nobody’s work is lost.",
            remedy: "Read the thing, and send what its ETag says as If-Match; * for whatever stands.")
    }
}

extension JSONValue {
    /// With texts about persons kept apart, and their digests in their places.
    func keepingPersonalTexts(_ keep: (String) throws -> Personal) throws -> JSONValue {
        switch self {
        case .object(let members):
            if members.count == 1, members[0].key == DocumentShape.personalKey, case .text(let text) = members[0].value
            {
                return JSONValue(encoding: try keep(text))
            }
            return .object(try members.map { .init($0.key, try $0.value.keepingPersonalTexts(keep)) })
        case .list(let items): return .list(try items.map { try $0.keepingPersonalTexts(keep) })
        default: return self
        }
    }
}

/// The shapes of acts, found by asking their types.
enum ActShapes {
    /// Types of several forms, with words on where they are shown.
    static let known: [DocumentShape.Known] = [
        .init(QuorumRule.atLeast(1, .anybody), .written("a rule of quorum, as docs/governance.md shows it")),
        .init(
            AgendaItem.Subject.other,
            .wordOrWritten("what it is about, such as {\"round\": \"dental-2025\"}, or other")),
        .init(
            AccountabilityEdge.Party.thePublic,
            .wordOrWritten("who, such as {\"organisation\": \"QZW\"} or {\"committee\": \"pccc\"}, or public")),
    ]

    /// Of what is answered; where it is not found out, an object of its own form.
    static func shape<A: Decodable>(of type: A.Type) -> DocumentShape {
        found(type) ?? .written("as the manual shows it")
    }

    /// Of what is sent; nil where it is not found out, and then nothing of it is taken.
    static func found<A: Decodable>(_ type: A.Type) -> DocumentShape? {
        try? DocumentShape.read(by: type, knowing: known)
    }
}

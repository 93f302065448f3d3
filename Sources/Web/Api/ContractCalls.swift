import Access
import Contracts
import HTTPTypes
import Pages
import Store
import Vocabulary

/// What is settled about a contract, as its forms settle it.
enum ContractCalls {
    static let all: [ApiCall] = [rule, release, agree, accept]

    private static let answer: DocumentShape = .object([
        .init("contract", .text, "the contract’s number"), .init("act", .text, "what was done"),
    ])

    private static let reason = DocumentShape.Field("reason", .text, "on what it rests; it is on the record")

    /// - Parameter make: the act, from a document of the shape.
    private static func act<A: StoredAct>(
        _ summary: String, _ fields: [DocumentShape.Field],
        _ make: @escaping @Sendable (ContractNumber, ShapedValue) throws(Refusal) -> A
    ) -> ApiCall {
        let shape = DocumentShape.object(fields + [reason])
        return ApiCall(
            .post, "/contracts/:number/acts/\(A.name)", entry: .holding(.ruleOnContracts), summary,
            parameters: [.init("number", .text, "the contract’s number")],
            body: .init(shape: shape, example: shape.example), answer: .document("ContractSettled", answer)
        ) { asked in
            let contract = try ContractAtWork(asked.question)
            let body = try ShapedValue(asked.body, as: shape, at: "document")
            try contract.perform([try make(contract.number, body)])
            return .document(["contract": .text(contract.number.description), "act": .text(A.name)])
        }
    }

    private static let rule = act(
        "Say what a contract is, and whether it ends",
        [
            .init("type", .text, "GDS, PDS, PDS+ or your own word", isOptional: true),
            .init("term", .choice(["notSaid", "openEnded", "ends"]), "whether it ends"),
            .init("lastDay", .day, "where it ends", isOptional: true),
            .init("evidence", .digest, "of a document that is held here", isOptional: true),
        ]
    ) { number, body throws(Refusal) -> RuleOnContract in
        let term: ContractRuling.Term
        switch (body["term"].text, body["lastDay"].present) {
        case ("ends", let day?): term = .ends(day.day)
        case ("ends", nil):
            throw Refusal(
                .input, code: "missing-key", "document lacks “lastDay”: where the contract ends.",
                remedy: "Say its last day, or another term.")
        case ("openEnded", _): term = .openEnded
        default: term = .notSaid
        }
        return RuleOnContract(
            ContractRuling(
                contract: number, type: body["type"].present.map { ContractType($0.text) }, term: term,
                reason: body["reason"].text, evidence: body["evidence"].present.flatMap { EvidenceID($0.text) }))
    }

    private static let release = act(
        "Record money that comes free",
        [
            .init("line", .choice(ServiceLine.allCases.map(\.rawValue)), "the line of the contract"),
            .init("kind", .choice(Release.Kind.allCases.map(\.rawValue)), "how it comes free"),
            .init("amountPence", .pence, "a year’s worth"),
            .init("units", .units, "units that go with it", isOptional: true),
            .init("noticeDay", .day, "the day of the notice"),
            .init("fromDay", .day, "the first day on which the money can be used"),
        ]
    ) { number, body throws(Refusal) -> RecordRelease in
        guard let line = ServiceLine(rawValue: body["line"].text), let kind = Release.Kind(rawValue: body["kind"].text)
        else { preconditionFailure("the shape says so") }
        return RecordRelease(
            Release(
                contract: number, line: line, kind: kind, amount: body["amountPence"].money,
                units: body["units"].present?.units, noticeDay: body["noticeDay"].day, fromDay: body["fromDay"].day,
                reason: body["reason"].text))
    }

    private static let agree = act(
        "Record what was agreed on delivery above the target",
        [
            .init("year", .financialYear, "the financial year"),
            .init("limitPercent", .between(0, 1_000), "up to how much of the target"),
            .init(
                "settlement", .choice(AgreedOverDelivery.Settlement.allCases.map(\.rawValue)),
                "whether it is paid, or carried into the next year"),
        ]
    ) { number, body throws(Refusal) -> AgreeOverDelivery in
        guard let settlement = AgreedOverDelivery.Settlement(rawValue: body["settlement"].text) else {
            preconditionFailure("the shape says so")
        }
        return AgreeOverDelivery(
            AgreedOverDelivery(
                contract: number, year: body["year"].financialYear, limit: Share(percent: body["limitPercent"].whole),
                settlement: settlement), reason: body["reason"].text)
    }

    private static let accept = act(
        "Let flagged rows count",
        [
            .init("year", .financialYear, "the financial year"),
            .init("codes", .list(.text), "the rules whose flags are accepted: unit-value-high"),
            .init("commissioner", .code, "whose rows, where two report the contract", isOptional: true),
        ]
    ) { number, body throws(Refusal) -> AcceptFlaggedRows in
        AcceptFlaggedRows(
            contract: number, year: body["year"].financialYear, codes: body["codes"].list.map(\.text),
            commissioner: body["commissioner"].present.flatMap { OrganisationCode($0.text) },
            reason: body["reason"].text)
    }
}

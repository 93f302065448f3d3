import Access
import Contracts
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// What is settled about a contract by form: rows accepted, rulings, releases, agreements.
enum ContractDeedAnswer {
    static func page(_ deed: ContractDeed) -> @Sendable (Question) throws -> Answer {
        { question in
            let contract = try ContractAtWork(question)
            let page: FormPage =
                switch deed {
                case .accept: contract.page(deed, try contract.accepting())
                case .rule: contract.page(deed, RuleOnContractForm())
                case .release: contract.page(deed, contract.releasing())
                case .agree: contract.page(deed, contract.agreeing())
                }
            return Answer(page)
        }
    }

    static func take(_ deed: ContractDeed) -> @Sendable (Sent) throws -> Outcome {
        { sent in
            let contract = try ContractAtWork(sent.question)
            let number = contract.number
            switch deed {
            case .accept:
                return try contract.take(deed, try contract.accepting(sent.values)) {
                    $0.acts(on: number)
                } told: { _ in
                    "The rows count from now on."
                }
            case .rule:
                return try contract.take(deed, RuleOnContractForm(sent.values)) {
                    [RuleOnContract($0.ruling(on: number))]
                } told: { after in
                    let unclear = after.last?.stillUnclear ?? .zero
                    return unclear == .zero
                        ? "The ruling holds from now on." : "The ruling holds from now on; \(unclear) is still unclear."
                }
            case .release:
                return try contract.take(deed, contract.releasing(sent.values)) {
                    [RecordRelease($0.release(of: number))]
                } told: { after in
                    after.last.map {
                        "\($0.release.amount) a year comes free from \($0.release.fromDay.inWords)."
                    } ?? ""
                }
            case .agree:
                return try contract.take(deed, contract.agreeing(sent.values)) {
                    [$0.act(on: number)]
                } told: { after in
                    after.last?.isStanding == true ? "The same is agreed already." : "The agreement is recorded."
                }
            }
        }
    }
}

/// A contract about which its commissioner's people settle something.
struct ContractAtWork {
    let question: Question
    let number: ContractNumber
    private let years: [FinancialYear]
    private let terms: [TermsHeld]

    /// - Throws: `not-found`; `not-your-contract` for one of a commissioner where the visitor may not.
    init(_ question: Question) throws {
        self.question = question
        number = try question.parameter("number") { ContractNumber($0) }
        let (held, number) = (question.desk.book.years(of: number), number)
        terms = question.desk.book.terms.filter { $0.terms.contract == number }
        years = Set(held.map(\.year)).sorted().reversed()
        guard !held.isEmpty || !terms.isEmpty else {
            throw Refusal(.usage, code: "not-found", "Contract \(number)")
        }
        guard question.mayRule(on: number) else {
            throw Refusal(
                .permission, code: "not-your-contract",
                "Contract \(number) is one of a commissioner for whom you do not settle contracts.",
                remedy: "Ask a contract manager of that commissioner.")
        }
    }

    func page(_ deed: ContractDeed, _ form: some AskedForm) -> FormPage {
        FormPage(deed, of: number, form: form, token: question.token)
    }

    func accepting(_ filled: SentValues = SentValues()) throws -> AcceptRowsForm {
        let flags = try question.store.read { db in
            try years.flatMap { year in
                try AcceptFlaggedRows(contract: number, year: year, codes: [], reason: "").read(db, under: .shipped)
                    .flags
                    .map { AcceptRowsForm.Doubt(year: year, commissioner: $0.commissioner, code: $0.code) }
            }
        }
        var doubts: [AcceptRowsForm.Doubt] = []
        for doubt in flags where !doubts.contains(doubt) { doubts.append(doubt) }
        return AcceptRowsForm(filled, doubts: doubts)
    }

    func releasing(_ filled: SentValues = SentValues()) -> ReleaseForm {
        var values: [ServiceLine: Money] = [:]
        for line in terms.flatMap(\.terms.lines) { values[line.service, default: .zero] += line.value }
        return ReleaseForm(
            filled,
            lines: ServiceLine.allCases.compactMap { service in
                values[service].flatMap { $0 > .zero ? ReleaseForm.Line(service: service, value: $0) : nil }
            })
    }

    func agreeing(_ filled: SentValues = SentValues()) -> AgreeForm { AgreeForm(filled, years: years) }

    /// Performs acts on the contract as the visitor, all of them or none, after looking their texts through for what
    /// identifies patients.
    @discardableResult
    func perform<A: StoredAct>(_ acts: [A]) throws -> [A.After] {
        let author = try question.signedIn().account.author
        for act in acts { try PatientIdentifier.refuse(in: act.journalled, of: nil) }
        let after = try question.store.write { db in
            try acts.map { try Store.perform($0, by: author, at: question.now, in: db) }
        }
        for act in acts { try act.afterwards(in: question.store) }
        return after
    }

    /// Reads a form and performs what it asks, all of it or nothing; what is wrong is shown at it.
    func take<Asked: AskedForm, A: StoredAct>(
        _ deed: ContractDeed, _ asked: Asked, _ make: (Asked.Answer) -> [A], told: ([A.After]) -> String
    ) throws -> Outcome {
        var form = asked
        guard let answer = form.read() else { return .again(page(deed, form)) }
        do {
            let after = try perform(make(answer))
            return Outcome(kind: .done(Route.contract(number).path, notice: told(after)))
        } catch let refusal as Refusal where refusal.isForForm {
            form.refuse(refusal)
            return .again(page(deed, form))
        }
    }
}

extension Question {
    /// True where the visitor settles contracts for one of the commissioners that report the contract.
    func mayRule(on number: ContractNumber) -> Bool {
        let reach = reach(.ruleOnContracts)
        let commissioners =
            Set(desk.book.terms.filter { $0.terms.contract == number }.map(\.terms.commissioner))
            .union(desk.book.years(of: number).map(\.commissioner))
        return commissioners.contains { reach.covers($0) }
    }
}

extension Site {
    static func contractDeeds(_ routes: inout RouteList) {
        for deed in ContractDeed.allCases {
            let path = "/contracts/:number/\(deed.rawValue)"
            routes.page(path, entry: .holding(.ruleOnContracts), isTable: false, ContractDeedAnswer.page(deed))
            routes.form(path, entry: .holding(.ruleOnContracts), ContractDeedAnswer.take(deed))
        }
    }
}

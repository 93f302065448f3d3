public import Markup
public import Priorities
public import Vocabulary

/// Where work in a round is done: a member's own part of it, and what who runs it does. Forms are sent to the page they
/// stand on.
public enum RoundWork: Hashable, Sendable {
    /// What waits for a member, and each part of it.
    case mine, declare, weights, scores, checkScores, vote, papers
    /// One branch of criteria; nil for the top.
    case weigh(Slug?)
    /// One criterion, all options.
    case scoresOn(Slug)
    /// One interest, by a chair.
    case ruling(Slug)
    /// Scores as a form in Excel: its page, and the form itself, which is no page.
    case scoresForm, filledScores

    /// What is to be done by who runs the round, and each part of it.
    case manage, options, newOption, members, newMember, solve, ballot, advice, pressure
    case option(Slug), withdraw(Slug), member(Slug)
    case close(Stage), reopen(Stage)
    /// What the decision is made from and what becomes of it; not only by who runs the round.
    case decide, assessments, agenda, recordDecision, appealsRoute, lodgeAppeal, publish
    /// One appeal, by its short name.
    case answerAppeal(Slug)
    /// The money and what any choice keeps to: sources by year and place, locks, rules.
    case money, moneyFromContracts, newSource, source(FinancialYear, Int), newLock, lock(Slug), newRule, rule(Slug)
    case criteria, newCriterion, criterion(Slug), pack
    /// Options as a form in Excel: its page, and the blank form itself, which is no page.
    case optionsForm, blankOptions

    /// After `/rounds/ROUND`.
    public var ending: String {
        switch self {
        case .mine: "/mine"
        case .declare: "/mine/interest"
        case .weights: "/mine/weights"
        case .weigh(nil): "/mine/weights/top"
        case .weigh(let branch?): "/mine/weights/under/\(branch)"
        case .scores: "/mine/scores"
        case .checkScores: "/mine/check"
        case .scoresOn(let criterion): "/mine/scores/\(criterion)"
        case .vote: "/mine/ballot"
        case .papers: "/mine/papers"
        case .scoresForm: "/mine/scores-form"
        case .filledScores: "/mine/scores-form/scores.xlsx"
        case .ruling(let interest): "/mine/rulings/\(interest)"
        case .manage: "/manage"
        case .options: "/manage/options"
        case .newOption: "/manage/new-option"
        case .option(let option): "/manage/options/\(option)"
        case .withdraw(let option): "/manage/options/\(option)/withdraw"
        case .members: "/manage/members"
        case .newMember: "/manage/new-member"
        case .member(let member): "/manage/members/\(member)"
        case .close(let stage): "/manage/close/\(stage.rawValue)"
        case .reopen(let stage): "/manage/reopen/\(stage.rawValue)"
        case .solve: "/manage/solve"
        case .ballot: "/manage/ballot"
        case .advice: "/manage/advice"
        case .pressure: "/manage/pressure"
        case .decide: "/decide"
        case .assessments: "/decide/assessments"
        case .agenda: "/decide/agenda"
        case .recordDecision: "/decide/record"
        case .appealsRoute: "/decide/appeals"
        case .lodgeAppeal: "/decide/appeal"
        case .answerAppeal(let appeal): "/decide/appeal/\(appeal)"
        case .publish: "/publish"
        case .money: "/manage/money"
        case .moneyFromContracts: "/manage/money/from-contracts"
        case .newSource: "/manage/money/new-source"
        case .source(let year, let place): "/manage/money/sources/\(year.start)/\(place)"
        case .newLock: "/manage/money/new-lock"
        case .lock(let lock): "/manage/money/locks/\(lock)"
        case .newRule: "/manage/money/new-rule"
        case .rule(let rule): "/manage/money/rules/\(rule)"
        case .criteria: "/manage/criteria"
        case .newCriterion: "/manage/new-criterion"
        case .criterion(let criterion): "/manage/criteria/\(criterion)"
        case .pack: "/manage/pack"
        case .optionsForm: "/manage/options-form"
        case .blankOptions: "/manage/options-form/options.xlsx"
        }
    }

    public func path(in round: Slug) -> String { "/rounds/\(round)\(ending)" }

    public func destination(in round: Slug) -> Destination {
        guard let destination = Destination(path(in: round)) else { preconditionFailure("no path: \(ending)") }
        return destination
    }
}

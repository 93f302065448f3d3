public import Contracts
public import Markup
public import Vocabulary

/// Every page that Remit serves, and its path: nothing else links to a page by text.
public enum Route: Hashable, Sendable {
    case overview
    case commissioners
    case commissioner(OrganisationCode)
    case contracts
    case contract(ContractNumber)
    case movable
    case spendBy
    case inertia
    case concentration
    case backtest
    case unitCheck
    /// The directory: found by words, one by its code, and codes that no file lists.
    case organisations, organisation(OrganisationCode), unmatchedCodes
    /// Need: the indicators, and the figures of one.
    case indicators, indicator(Slug)
    /// Where needs assessments are read and worked on: see `AssessmentDeed`.
    case assessment(AssessmentDeed)
    /// What the people of one board can reach.
    case careAccess
    /// Where further sites would do most for them.
    case careSiting
    /// What providers bill: what was taken in, and the rules of challenges.
    case activity, challengeRules
    /// Where it is taken in and worked on: see `ActivityDeed`.
    case activityWork(ActivityDeed)
    /// Bundles of challenges and what they cost, where they are read and worked on: see `ChallengeDeed`.
    case challenges(ChallengeDeed)
    /// Notices under contracts and the steps after them: see `NoticeDeed`.
    case notices(NoticeDeed)
    case imports
    /// One imported file, by its digest: its problems.
    case importedFile(EvidenceID)
    /// Where files are chosen to be taken in, and where those that were sent wait and are taken in.
    case takeFilesIn, filesToTakeIn
    /// What the columns of a file that waits mean, by its place among them.
    case columnsOfFile(Int)
    case rounds, newRound
    case round(Slug)
    /// One option of a round, by the short names of both.
    case roundOption(Slug, option: Slug)
    case roundRobustness(Slug)
    case roundScores(Slug)
    case roundProcess(Slug)
    case roundDecision(Slug)
    /// Where work in a round is done: see `RoundWork`.
    case roundWork(Slug, RoundWork)
    /// Where the register of interests is kept, by each of their own and by who keeps it: see `RegisterDeed`.
    case register(RegisterDeed)
    /// Where a meeting is kept: see `MeetingDeed`.
    case meetingWork(MeetingDeed)
    /// Where changes of a meeting are told as they happen; no page.
    case meetingEvents(Slug)
    /// The papers that the reader may have, as one document and as files; no pages.
    case meetingPack(Slug), meetingPaper(Slug, EvidenceID)
    case planMeeting
    /// Where a committee is kept: see `CommitteeDeed`.
    case committeeWork(CommitteeDeed)
    /// Where it is kept who decides and who answers to whom: see `RightsDeed`.
    case rightsWork(RightsDeed)
    /// Where a question of who decides is put to somebody.
    case askRights
    /// Where such a question is answered.
    case answerRights(Slug)
    /// The register of interests that is published; `gifts` and `breaches` beside it.
    case interests, gifts, breaches
    /// One person's entries, by short name.
    case interestsOf(Slug)
    case committees
    case committee(Slug)
    case meetings
    /// Meetings for a calendar; no page.
    case meetingCalendar
    case meeting(Slug)
    case minutes(Slug)
    /// The minutes as a Word document; no page.
    case minutesDocument(Slug)
    /// What goes out before a meeting, as pages to print and as Word documents.
    case agenda(Slug), agendaDocument(Slug), papers(Slug), papersDocument(Slug)
    case decisions
    case whoDecides
    case accountability
    /// Records of decisions as they were published: all of them, one with how to check it, and a file of one.
    case published
    case publishedRecord(Slug)
    case publishedFile(Slug, LocalFile)
    /// What is new, for other programs; no page.
    case feed(Feed)
    case rules
    case about
    /// What waits for who has signed in.
    case home
    case signIn
    /// Where a second factor is asked for, after the password.
    case signInCode
    /// Where a link leads by which somebody sets a password.
    case setPassword
    /// One's own account.
    case account, password, secondFactor, tokens
    /// The manual of the interface for programs.
    case programs
    /// Who may sign in, for administrators; one account, by its short name.
    case people, addPerson
    /// Messages on their way out, for administrators of the whole installation.
    case mail
    case personAccount(Slug), closeAccount(Slug)
    case stylesheet
    /// The one script; no page.
    case script

    public var path: String {
        switch self {
        case .overview: "/"
        case .commissioners: "/commissioners"
        case .commissioner(let code): "/commissioners/\(code)"
        case .contracts: "/contracts"
        case .contract(let number): "/contracts/\(number)"
        case .movable: "/movable"
        case .spendBy: "/spend-by"
        case .inertia: "/inertia"
        case .concentration: "/concentration"
        case .backtest: "/forecast/backtest"
        case .unitCheck: "/check/uda"
        case .organisations: "/organisations"
        case .organisation(let code): "/organisations/\(code)"
        case .unmatchedCodes: "/organisations/unmatched"
        case .indicators: "/needs"
        case .indicator(let indicator): "/needs/\(indicator)"
        case .careAccess: "/needs/access"
        case .careSiting: "/needs/access/sites"
        case .activity: "/activity"
        case .challengeRules: "/activity/rules"
        case .activityWork(let work): work.path
        case .challenges(let deed): deed.path
        case .notices(let deed): deed.path
        case .imports: "/imports"
        case .importedFile(let digest): "/imports/\(digest)"
        case .takeFilesIn: "/imports/new"
        case .filesToTakeIn: "/imports/check"
        case .columnsOfFile(let place): "/imports/check/columns/\(place)"
        case .rounds: "/rounds"
        case .newRound: "/rounds/new"
        case .round(let round): "/rounds/\(round)"
        case .roundOption(let round, let option): "/rounds/\(round)/options/\(option)"
        case .roundRobustness(let round): "/rounds/\(round)/robustness"
        case .roundScores(let round): "/rounds/\(round)/scores"
        case .roundProcess(let round): "/rounds/\(round)/process"
        case .roundDecision(let round): "/rounds/\(round)/decision"
        case .roundWork(let round, let work): work.path(in: round)
        case .register(let deed): deed.path
        case .meetingWork(let deed): deed.path
        case .meetingEvents(let meeting): MeetingDeed.events(of: meeting.description)
        case .meetingPack(let meeting): MeetingDeed.packDocument(of: meeting.description)
        case .meetingPaper(let meeting, let digest):
            MeetingDeed.paper(digest.description, of: meeting.description)
        case .planMeeting: "/meetings/plan"
        case .committeeWork(let deed): deed.path
        case .rightsWork(let deed): deed.path
        case .askRights: "/who-decides/ask"
        case .assessment(let deed): deed.path
        case .answerRights(let question): "/who-decides/questions/\(question)"
        case .interests: "/interests"
        case .gifts: "/gifts"
        case .breaches: "/breaches"
        case .interestsOf(let person): "/interests/\(person)"
        case .committees: "/committees"
        case .committee(let committee): "/committees/\(committee)"
        case .meetings: "/meetings"
        case .meetingCalendar: "/meetings.ics"
        case .meeting(let meeting): "/meetings/\(meeting)"
        case .minutes(let meeting): "/meetings/\(meeting)/minutes"
        case .minutesDocument(let meeting): "/meetings/\(meeting)/minutes.docx"
        case .agenda(let meeting): "/meetings/\(meeting)/agenda"
        case .agendaDocument(let meeting): "/meetings/\(meeting)/agenda.docx"
        case .papers(let meeting): "/meetings/\(meeting)/papers"
        case .papersDocument(let meeting): "/meetings/\(meeting)/papers.docx"
        case .decisions: "/decisions"
        case .whoDecides: "/who-decides"
        case .accountability: "/accountability"
        case .published: "/published"
        case .publishedRecord(let record): "/published/\(record)"
        case .publishedFile(let record, let file): "/published/\(record)/\(file)"
        case .feed(let feed): "/\(feed.rawValue).atom"
        case .rules: "/rules"
        case .about: "/about"
        case .home: "/home"
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .setPassword: "/set-password"
        case .account: "/account"
        case .password: "/account/password"
        case .secondFactor: "/account/second-factor"
        case .tokens: "/account/tokens"
        case .programs: "/api"
        case .people: "/people"
        case .addPerson: "/people/add"
        case .mail: "/mail"
        case .personAccount(let account): "/people/\(account)"
        case .closeAccount(let account): "/people/\(account)/close"
        case .stylesheet: "/remit.css"
        case .script: PageScriptFile.path
        }
    }

    /// In the menu; nil where the page is reached from another.
    public var name: String? {
        switch self {
        case .overview: "Overview"
        case .commissioners: "Commissioners"
        case .contracts: "Contracts"
        case .movable: "Movable money"
        case .spendBy: "Spend by"
        case .inertia: "Inertia"
        case .concentration: "Concentration"
        case .backtest: "Back-test"
        case .unitCheck: "UDA check"
        case .organisations: "Organisations"
        case .indicators: "Need"
        case .assessment(.all): "Needs assessments"
        case .activity: "Activity"
        case .imports: "Imports"
        case .rounds: "Rounds"
        case .interests: "Interests"
        case .gifts: "Gifts"
        case .breaches: "Breaches"
        case .committees: "Committees"
        case .meetings: "Meetings"
        case .decisions: "Decisions"
        case .whoDecides: "Who decides"
        case .accountability: "Accountability"
        case .published: "Published records"
        case .rules: "Rules"
        case .about: "About"
        case .home: "Home"
        case .signIn: "Sign in"
        case .account: "Your account"
        case .register(.mine): "Your interests"
        case .register(.keeping): "Register"
        case .people: "People"
        case .mail: "Mail"
        case .programs: "For programs"
        case .signInCode, .setPassword, .password, .secondFactor, .tokens, .addPerson, .personAccount, .closeAccount:
            nil
        case .commissioner, .contract, .importedFile, .stylesheet: nil
        case .round, .roundOption, .roundRobustness, .roundScores, .roundProcess, .roundDecision: nil
        case .roundWork, .register, .meetingWork, .meetingEvents, .planMeeting, .askRights, .script: nil
        case .meetingPack, .meetingPaper, .answerRights, .committeeWork, .rightsWork: nil
        case .interestsOf, .committee, .meetingCalendar, .meeting, .minutes, .minutesDocument: nil
        case .publishedRecord, .publishedFile, .feed: nil
        case .agenda, .agendaDocument, .papers, .papersDocument, .newRound, .takeFilesIn, .filesToTakeIn: nil
        case .columnsOfFile, .organisation, .unmatchedCodes, .indicator, .careAccess, .careSiting, .assessment: nil
        case .challengeRules: nil
        case .activityWork: nil
        case .challenges, .notices: nil
        }
    }

    /// True for the pages on governance and organisations: what they show is that of a day (`?on=2026-03-31`).
    public var isReadOnADay: Bool {
        switch self {
        case .interests, .gifts, .breaches, .interestsOf, .committees, .committee, .meetings, .meeting, .minutes,
            .minutesDocument, .agenda, .agendaDocument, .papers, .papersDocument, .decisions, .whoDecides,
            .accountability, .meetingCalendar, .organisations, .organisation, .unmatchedCodes:
            true
        default: false
        }
    }

    /// The page for the position asked for, listed as asked for.
    public func destination(at asked: AskedPosition = .latest, listing query: ListQuery = .all) -> Destination {
        guard case .meetingWork(let deed) = self else { return Route.destination(path, asked, query) }
        return deed.destination
    }

    /// The page's table as a file; nil where the page has none of its own.
    public func download(
        _ format: DownloadFormat, at asked: AskedPosition = .latest, listing query: ListQuery = .all
    ) -> Destination? {
        switch self {
        case .overview, .about, .stylesheet, .roundOption, .meetingCalendar, .minutes, .minutesDocument: return nil
        case .agenda, .agendaDocument, .papers, .papersDocument, .roundWork, .publishedFile, .feed, .newRound:
            return nil
        case .takeFilesIn, .filesToTakeIn, .columnsOfFile: return nil
        case .register, .meetingWork, .meetingEvents, .planMeeting, .askRights, .script: return nil
        case .meetingPack, .meetingPaper, .answerRights, .committeeWork, .rightsWork: return nil
        case .home, .signIn, .signInCode, .setPassword, .account, .password, .secondFactor, .addPerson, .personAccount:
            return nil
        case .tokens, .programs, .careSiting: return nil
        case .activityWork(let work): if !work.hasTable { return nil }
        case .assessment(.all), .assessment(.one): break
        case .assessment: return nil
        case .challenges(let deed): if !deed.isTable { return nil }
        case .notices(let deed): if !deed.isTable { return nil }
        default: break
        }
        var whole = query
        whole.page = 1
        return Route.destination("\(path).\(format.rawValue)", asked, whole)
    }

    private static func destination(_ path: String, _ asked: AskedPosition, _ query: ListQuery) -> Destination {
        guard let destination = Destination(path) else { preconditionFailure("no path: \(path)") }
        return destination.adding(query: query.pairs + asked.pairs)
    }
}

/// The forms in which every table can be had.
public enum DownloadFormat: String, CaseIterable, Sendable {
    case csv, json, xlsx

    public var name: String {
        switch self {
        case .csv: "CSV"
        case .json: "JSON"
        case .xlsx: "Excel"
        }
    }
}

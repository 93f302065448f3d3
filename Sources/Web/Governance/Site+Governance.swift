import Access
import HTTPTypes
import Pages

/// Where governance is worked with: the register of interests, meetings, and questions of who decides.
///
/// The entry says who may at all; each answer sees to it that somebody acts for themselves, or at the bodies where they
/// hold the role.
extension Site {
    static func governanceWork(_ routes: inout RouteList) {
        committeeForms(&routes)
        rightsForms(&routes)
        ownInterests(&routes)
        register(&routes)
        liveMeetings(&routes)
        meetingForms(&routes)
        routes.plain(PageScriptFile.path) { _ in
            Site.response(
                .ok, PageScriptFile.bytes, type: "text/javascript; charset=utf-8", lifetime: 3_600)
        }
    }

    private static func rightsForms(_ routes: inout RouteList) {
        let keeps = Entry.holding(.keepRights)
        routes.asking("/who-decides/ask", entry: keeps) { try RightsQuestionAnswer.asking($0, $1) }
        routes.asking("/who-decides/questions/:question", entry: .signedIn) {
            try RightsQuestionAnswer.answering($0, $1)
        }
        routes.page("/who-decides/keep", entry: keeps, isTable: false) { try RightsFormAnswer.keeping($0) }
        routes.asking("/who-decides/rights/new", entry: keeps) { try RightsFormAnswer.recording($0, $1) }
        routes.asking("/who-decides/rights/:right/amend", entry: keeps) { try RightsFormAnswer.amending($0, $1) }
        routes.asking("/who-decides/rights/:right/end", entry: keeps) { try RightsFormAnswer.ending($0, $1) }
        routes.asking("/who-decides/scheme", entry: keeps, limits: .upload) { try RightsFormAnswer.scheme($0, $1) }
        routes.page("/accountability/keep", entry: keeps, isTable: false) { try EdgeFormAnswer.keeping($0) }
        routes.asking("/accountability/edges/new", entry: keeps) { try EdgeFormAnswer.drawing($0, $1) }
        routes.asking("/accountability/edges/:edge/amend", entry: keeps) { try EdgeFormAnswer.amending($0, $1) }
        routes.asking("/accountability/edges/:edge/end", entry: keeps) { try EdgeFormAnswer.ending($0, $1) }
    }

    private static func ownInterests(_ routes: inout RouteList) {
        let may = Entry.holding(.declareOwnInterests)
        routes.page("/my-interests", entry: may, isTable: false) { try OwnInterestsAnswer.page($0) }
        routes.page("/my-interests/declare", entry: may, isTable: false) { try OwnInterestsAnswer.declaring($0) }
        routes.form("/my-interests/declare", entry: may) { try OwnInterestsAnswer.declare($0) }
        routes.page("/my-interests/gift", entry: may, isTable: false) { try OwnInterestsAnswer.gift($0) }
        routes.form("/my-interests/gift", entry: may) { try OwnInterestsAnswer.declareGift($0) }
        routes.page("/my-interests/confirm", entry: may, isTable: false) { try OwnInterestsAnswer.confirming($0) }
        routes.form("/my-interests/confirm", entry: may) { try OwnInterestsAnswer.confirm($0) }
        routes.form("/my-interests/nothing", entry: may) { try OwnInterestsAnswer.nothing($0) }
        let entry = "/my-interests/entries/:entry"
        routes.page("\(entry)/amend", entry: may, isTable: false) { try OwnInterestsAnswer.amending($0) }
        routes.form("\(entry)/amend", entry: may) { try OwnInterestsAnswer.amend($0) }
        routes.page("\(entry)/end", entry: may, isTable: false) { try OwnInterestsAnswer.ending($0) }
        routes.form("\(entry)/end", entry: may) { try OwnInterestsAnswer.end($0) }
        for (path, isGift) in [("\(entry)/withhold", false), ("/my-interests/gifts/:entry/withhold", true)] {
            routes.page(path, entry: may, isTable: false, OwnInterestsAnswer.withholding(isGift: isGift))
            routes.form(path, entry: may, OwnInterestsAnswer.withhold(isGift: isGift))
        }
    }

    private static func register(_ routes: inout RouteList) {
        let rules = Entry.holding(.ruleOnInterests)
        routes.page("/register", entry: .holding(.keepRegister), isTable: false) { try RegisterKeepingAnswer.page($0) }
        let keeps = Entry.holding(.keepRegister)
        let person = "/register/:person"
        routes.asking("/register/add", entry: keeps) { try RegisterPeopleAnswer.entering($0, $1) }
        registerUpload(&routes)
        routes.page("/register/retention", entry: keeps, isTable: false) { try RegisterRetentionAnswer.page($0) }
        routes.form("/register/retention", entry: keeps) { try RegisterRetentionAnswer.dispose($0) }
        routes.asking("\(person)/leaving", entry: keeps) { try RegisterPeopleAnswer.leaving($0, $1) }
        routes.asking("\(person)/post", entry: keeps) { try RegisterPeopleAnswer.holding($0, $1) }
        routes.asking("\(person)/tie", entry: keeps) { try RegisterPeopleAnswer.tying($0, $1) }
        routes.asking("\(person)/deciding", entry: keeps) { try RegisterPeopleAnswer.decidingFrom($0, $1) }
        routes.asking("\(person)/end", entry: keeps) { try RegisterPeopleAnswer.endingOne($0, $1) }
        routes.page(person, entry: keeps, isTable: false) { try RegisterKeepingAnswer.person($0) }
        let entry = "\(person)/entries/:entry"
        routes.asking("\(entry)/approve", entry: rules) { try RegisterKeepingAnswer.approving($0, $1) }
        routes.asking("\(entry)/withholding", entry: rules, RegisterKeepingAnswer.deciding(isGift: false))
        routes.asking(
            "\(person)/gifts/:entry/withholding", entry: rules, RegisterKeepingAnswer.deciding(isGift: true))
        routes.asking("\(person)/breach", entry: rules) { try RegisterKeepingAnswer.breaching($0, $1) }
        routes.asking("\(person)/breaches/:breach/settle", entry: rules) { try RegisterKeepingAnswer.settling($0, $1) }
    }

    private static func liveMeetings(_ routes: inout RouteList) {
        func path(_ kind: MeetingDeed.Kind) -> String { MeetingDeed.path(kind, of: ":meeting") }
        let keeps = Entry.holding(.keepMeetings)
        routes.file(path(.live), entry: .holding(.readMeetings)) { try LiveMeetingAnswer.page($0) }
        routes.file(MeetingDeed.events(of: ":meeting"), entry: .holding(.readMeetings)) {
            try LiveMeetingAnswer.events($0)
        }
        routes.page(path(.pack), entry: .holding(.readMeetings), isTable: false) { try MeetingPapersAnswer.page($0) }
        routes.document(MeetingDeed.packDocument(of: ":meeting"), entry: .holding(.readMeetings)) {
            try MeetingPapersAnswer.document($0)
        }
        routes.file(MeetingDeed.paper(":document", of: ":meeting"), entry: .holding(.readMeetings)) {
            try MeetingPapersAnswer.paper($0)
        }
        routes.form(path(.arrive), entry: keeps) { try LiveMeetingAnswer.arrive($0) }
        routes.form(path(.leave), entry: keeps) { try LiveMeetingAnswer.leave($0) }
        routes.form(path(.handle), entry: keeps) { try LiveMeetingAnswer.handle($0) }
        routes.form(path(.take), entry: keeps) { try LiveMeetingAnswer.take($0) }
        routes.form(path(.closeItem), entry: keeps) { try LiveMeetingAnswer.closeItem($0) }
        routes.form(path(.closeMeeting), entry: keeps) { try LiveMeetingAnswer.close($0) }
        routes.form(path(.vote), entry: .holding(.takePartInMeetings)) { try LiveMeetingAnswer.vote($0) }
    }

    private static func meetingForms(_ routes: inout RouteList) {
        routes.page("/meetings/plan", entry: .holding(.keepMeetings), isTable: false) {
            try MeetingPlanAnswer.planning($0)
        }
        routes.form("/meetings/plan", entry: .holding(.keepMeetings)) { try MeetingPlanAnswer.plan($0) }
        for kind in MeetingDeed.Kind.allCases where kind.way == .form {
            let permission: Permission = kind.isOfMembers ? .takePartInMeetings : .keepMeetings
            routes.asking(
                MeetingDeed.path(kind, of: ":meeting"), entry: .holding(permission),
                limits: kind.takesFiles ? .upload : .form, MeetingFormAnswer.asking(kind, permission))
        }
    }
}

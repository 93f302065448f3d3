import Access

/// Where work in a round is done: each form is sent to the page that it stands on.
///
/// The entry says who may at all; each answer sees to it that a member acts for the seat that their account holds, and a
/// manager in rounds of their commissioner.
extension Site {
    static func roundWork(_ routes: inout RouteList) {
        member(&routes)
        manager(&routes)
    }

    private static func manager(_ routes: inout RouteList) {
        let round = "/rounds/:round/manage"
        routes.page(round, entry: .holding(.runRounds), isTable: false) { try ManageAnswer.hub($0) }
        routes.page("\(round)/close/:stage", entry: .holding(.runRounds)) { try ManageAnswer.closing($0) }
        routes.form("\(round)/close/:stage", entry: .holding(.runRounds)) { try ManageAnswer.close($0) }
        routes.page("\(round)/reopen/:stage", entry: .holding(.runRounds)) { try ManageAnswer.reopening($0) }
        routes.form("\(round)/reopen/:stage", entry: .holding(.runRounds)) { try ManageAnswer.reopen($0) }
        routes.file("\(round)/solve", entry: .holding(.runRounds)) { try ManageAnswer.solving($0) }
        routes.form("\(round)/solve", entry: .holding(.runRounds)) { try ManageAnswer.solve($0) }
        routes.page("\(round)/ballot", entry: .holding(.runRounds), isTable: false) { try ManageAnswer.ballot($0) }
        routes.form("\(round)/ballot", entry: .holding(.runRounds)) { try ManageAnswer.keepBallot($0) }
        routes.page("\(round)/members", entry: .holding(.runRounds), isTable: false) { try ManageAnswer.members($0) }
        routes.page("\(round)/new-member", entry: .holding(.runRounds), isTable: false) { try ManageAnswer.member($0) }
        routes.form("\(round)/new-member", entry: .holding(.runRounds)) { try ManageAnswer.seat($0) }
        routes.page("\(round)/members/:member", entry: .holding(.runRounds)) { try ManageAnswer.member($0) }
        routes.form("\(round)/members/:member", entry: .holding(.runRounds)) { try ManageAnswer.seat($0) }
        routes.page("\(round)/options", entry: .holding(.runRounds), isTable: false) { try OptionAnswer.all($0) }
        routes.page("\(round)/new-option", entry: .holding(.runRounds), isTable: false) { try OptionAnswer.page($0) }
        routes.form("\(round)/new-option", entry: .holding(.runRounds)) { try OptionAnswer.putForward($0) }
        routes.page("\(round)/options/:option", entry: .holding(.runRounds)) { try OptionAnswer.page($0) }
        routes.form("\(round)/options/:option", entry: .holding(.runRounds)) { try OptionAnswer.putForward($0) }
        routes.page("\(round)/options/:option/withdraw", entry: .holding(.runRounds), isTable: false) {
            try OptionAnswer.withdrawing($0)
        }
        routes.form("\(round)/options/:option/withdraw", entry: .holding(.runRounds)) {
            try OptionAnswer.withdraw($0)
        }
        routes.page("\(round)/advice", entry: .holding(.runRounds), isTable: false) { try OptionAnswer.advising($0) }
        routes.form("\(round)/advice", entry: .holding(.runRounds)) { try OptionAnswer.advise($0) }
        routes.page("\(round)/pressure", entry: .holding(.runRounds), isTable: false) { try OptionAnswer.pressing($0) }
        routes.form("\(round)/pressure", entry: .holding(.runRounds)) { try OptionAnswer.press($0) }
    }

    private static func member(_ routes: inout RouteList) {
        let round = "/rounds/:round/mine"
        routes.page(round, entry: .holding(.readRounds), isTable: false) { try MemberAnswer.hub($0) }
        routes.page("\(round)/interest", entry: .holding(.declareOwnInterests), isTable: false) {
            try MemberAnswer.declaring($0)
        }
        routes.form("\(round)/interest", entry: .holding(.declareOwnInterests)) { try MemberAnswer.declare($0) }
        routes.page("\(round)/rulings/:interest", entry: .holding(.scoreOptions)) { try MemberAnswer.ruling($0) }
        routes.form("\(round)/rulings/:interest", entry: .holding(.scoreOptions)) { try MemberAnswer.rule($0) }
        routes.page("\(round)/papers", entry: .holding(.readRounds), isTable: false) { try MemberAnswer.papers($0) }
        routes.form("\(round)/papers", entry: .holding(.readRounds)) { try MemberAnswer.markSeen($0) }
        routes.page("\(round)/weights", entry: .holding(.weigh), isTable: false) { try WeighingAnswer.weights($0) }
        routes.page("\(round)/weights/top", entry: .holding(.weigh), isTable: false) { try WeighingAnswer.branch($0) }
        routes.form("\(round)/weights/top", entry: .holding(.weigh)) { try WeighingAnswer.weigh($0) }
        routes.page("\(round)/weights/under/:branch", entry: .holding(.weigh)) { try WeighingAnswer.branch($0) }
        routes.form("\(round)/weights/under/:branch", entry: .holding(.weigh)) { try WeighingAnswer.weigh($0) }
        routes.page("\(round)/scores", entry: .holding(.scoreOptions), isTable: false) {
            try ScoringAnswer.scores($0)
        }
        routes.page("\(round)/scores/:criterion", entry: .holding(.scoreOptions)) { try ScoringAnswer.criterion($0) }
        routes.form("\(round)/scores/:criterion", entry: .holding(.scoreOptions)) { try ScoringAnswer.score($0) }
        routes.page("\(round)/scores-form", entry: .holding(.scoreOptions), isTable: false) {
            try ExcelFormAnswer.scores($0)
        }
        routes.form("\(round)/scores-form", entry: .holding(.scoreOptions), limits: .upload) {
            try ExcelFormAnswer.takeScores($0)
        }
        routes.file("\(round)/scores-form/scores.xlsx", entry: .holding(.scoreOptions)) {
            try ExcelFormAnswer.filledScores($0)
        }
        routes.page("\(round)/check", entry: .holding(.scoreOptions), isTable: false) { try ScoringAnswer.check($0) }
        routes.page("\(round)/ballot", entry: .holding(.castBallots), isTable: false) { try BallotAnswer.page($0) }
        routes.form("\(round)/ballot", entry: .holding(.castBallots)) { try BallotAnswer.take($0) }
    }
}

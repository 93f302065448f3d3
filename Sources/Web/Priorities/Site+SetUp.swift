import Access
import HTTPTypes

/// Where a round is begun and set up, one thing a page.
extension Site {
    static func roundSetUp(_ routes: inout RouteList) {
        routes.page("/rounds/new", entry: .holding(.runRounds), isTable: false) { try NewRoundAnswer.page($0) }
        routes.form("/rounds/new", entry: .holding(.runRounds)) { try NewRoundAnswer.take($0) }
        money(&routes)
        let round = "/rounds/:round/manage"
        routes.page("\(round)/criteria", entry: .holding(.runRounds), isTable: false) { try CriteriaSetUp.all($0) }
        routes.page("\(round)/new-criterion", entry: .holding(.runRounds), isTable: false) {
            try CriteriaSetUp.page($0)
        }
        routes.form("\(round)/new-criterion", entry: .holding(.runRounds)) { try CriteriaSetUp.take($0) }
        routes.page("\(round)/criteria/:criterion", entry: .holding(.runRounds)) { try CriteriaSetUp.page($0) }
        routes.form("\(round)/criteria/:criterion", entry: .holding(.runRounds)) { try CriteriaSetUp.take($0) }
        routes.page("\(round)/pack", entry: .holding(.runRounds), isTable: false) { try CriteriaSetUp.packPage($0) }
        routes.form("\(round)/pack", entry: .holding(.runRounds)) { try CriteriaSetUp.takePack($0) }
        routes.page("\(round)/options-form", entry: .holding(.runRounds), isTable: false) {
            try ExcelFormAnswer.options($0)
        }
        routes.form("\(round)/options-form", entry: .holding(.runRounds), limits: .upload) {
            try ExcelFormAnswer.takeOptions($0)
        }
        routes.file("\(round)/options-form/options.xlsx", entry: .holding(.runRounds)) {
            try ExcelFormAnswer.blankOptions($0)
        }
    }

    private static func money(_ routes: inout RouteList) {
        let money = "/rounds/:round/manage/money"
        routes.page(money, entry: .holding(.runRounds), isTable: false) { try MoneySetUp.all($0) }
        routes.page("\(money)/from-contracts", entry: .holding(.runRounds), isTable: false) {
            try MoneyFromContracts.page($0)
        }
        routes.form("\(money)/from-contracts", entry: .holding(.runRounds)) { try MoneyFromContracts.take($0) }
        for path in ["\(money)/new-source", "\(money)/sources/:year/:place"] {
            routes.page(path, entry: .holding(.runRounds), isTable: false) { try MoneySetUp.sourcePage($0) }
            routes.form(path, entry: .holding(.runRounds)) { try MoneySetUp.takeSource($0) }
        }
        for path in ["\(money)/new-lock", "\(money)/locks/:lock"] {
            routes.page(path, entry: .holding(.runRounds), isTable: false) { try MoneySetUp.lockPage($0) }
            routes.form(path, entry: .holding(.runRounds)) { try MoneySetUp.takeLock($0) }
        }
        for path in ["\(money)/new-rule", "\(money)/rules/:rule"] {
            routes.page(path, entry: .holding(.runRounds), isTable: false) { try MoneySetUp.rulePage($0) }
            routes.form(path, entry: .holding(.runRounds)) { try MoneySetUp.takeRule($0) }
        }
    }
}

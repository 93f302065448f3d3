import Contracts
import GRDB
import Vocabulary

/// Every contract over every financial year held, put together from the monthly rows that hold.
enum ContractYearRows {
    /// One pass over the table; about 1 µs a row. Rows that two commissioners report for one contract and month make
    /// two contract-years.
    ///
    /// - Parameter accepted: flags that a person accepted.
    static func all(accepted: Set<AcceptedFlag>, _ db: Database) throws -> [ContractYear] {
        let commissioners = try commissioners(db)
        let holders = try holders(db)
        let flags = try flags(db)
        let statement = try RawStatement(
            db,
            sql: """
                SELECT id, month, commissionerId, holderId, target, value, delivered, children, adults
                FROM dental_month
                WHERE id NOT IN (SELECT rowId FROM dental_month_superseded)
                ORDER BY month, id
                """)
        var years: [ContractYear] = []
        var places: [Int: [Int]] = [:]
        while try statement.step() {
            let id = statement.integer(0)
            let month = Month(index: statement.integer(1))
            let commissioner = commissioners[statement.integer(2)]!
            let holder = holders[statement.integer(3)]!
            let year = month.financialYear
            let key = holder.number << 12 | year.start
            let position = month.numberInFinancialYear - 1
            let place: Int
            if let found = places[key]?.first(where: {
                years[$0].months[position] == nil
                    && (years[$0].commissioner == commissioner.code || places[key]!.count == 1)
            }) {
                place = found
            } else {
                place = years.count
                places[key, default: []].append(place)
                years.append(
                    ContractYear(
                        contract: holder.contract, year: year, commissioner: commissioner.code,
                        commissionerName: commissioner.name, providerName: holder.provider,
                        months: Array(repeating: nil, count: 12)))
            }
            var open: [String] = []
            if let codes = flags[id] {
                open = codes.filter { !accepted.contains(AcceptedFlag(row: id, code: $0)) }
            }
            if years[place].commissioner != commissioner.code || years[place].providerName != holder.provider
                || years[place].commissionerName != commissioner.name
            {
                years[place].earlier.append(
                    ContractYear.HeldUntil(
                        month: position, commissioner: years[place].commissioner,
                        commissionerName: years[place].commissionerName, providerName: years[place].providerName))
                years[place].commissioner = commissioner.code
                years[place].commissionerName = commissioner.name
                years[place].providerName = holder.provider
            }
            years[place].months[position] = ContractYear.MonthHeld(
                target: Units(hundredths: statement.integer(4)), value: Money(pence: statement.integer(5)),
                delivered: statement.optionalInteger(6).map { Units(hundredths: $0) },
                children: statement.optionalInteger(7), adults: statement.optionalInteger(8), flags: open)
        }
        return years
    }

    private static func commissioners(_ db: Database) throws -> [Int: (code: OrganisationCode, name: String)] {
        let rows = try Row.fetchAll(db, sql: "SELECT id, code, name FROM commissioner")
        return Dictionary(
            uniqueKeysWithValues: rows.map { ($0["id"], (OrganisationCode($0["code"] as String)!, $0["name"])) })
    }

    /// Holders with a number for each contract, so that a contract under two addresses is one.
    private static func holders(
        _ db: Database
    ) throws -> [Int: (number: Int, contract: ContractNumber, provider: String)] {
        var numbers: [String: Int] = [:]
        var holders: [Int: (number: Int, contract: ContractNumber, provider: String)] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, contract, provider FROM holder")
        while let row = try rows.next() {
            let contract: String = row["contract"]
            let number = numbers[contract, default: numbers.count]
            numbers[contract] = number
            holders[row["id"]] = (number, ContractNumber(contract)!, row["provider"])
        }
        return holders
    }

    private static func flags(_ db: Database) throws -> [Int: [String]] {
        var flags: [Int: [String]] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT rowId, code FROM dental_month_flag")
        while let row = try rows.next() { flags[row["rowId"], default: []].append(row["code"]) }
        return flags
    }
}

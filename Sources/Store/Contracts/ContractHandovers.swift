import Contracts
import Organisations
import Vocabulary

/// Who took over from an organisation that the directory does not follow: read off the contracts themselves.
///
/// Area teams became ICBs contract by contract in April 2020; ODS publishes no succession for them. A contract's code
/// before a change and after it is a pair; the pairs are counted and labelled as derived.
enum ContractHandovers {
    /// - Parameter directory: codes that it already follows, or that it still has, are left to it.
    static func derived(from book: DentalBook, besides directory: Directory) -> [Handover] {
        var pairs: [Day: Set<DeriveSuccession.Pair>] = [:]
        var last: ContractYear?
        for held in book.contractYears {
            defer { last = held }
            guard let before = last, before.contract == held.contract, before.year < held.year,
                before.commissioner != held.commissioner
            else { continue }
            let day = held.year.firstDay
            guard directory.organisation(before.commissioner, on: day) == nil,
                directory.organisation(before.commissioner, on: before.year.firstDay) != nil,
                directory.organisation(held.commissioner, on: held.year.lastDay) != nil,
                directory.successors(of: before.commissioner, on: day).isEmpty
            else { continue }
            pairs[day, default: []].insert(
                DeriveSuccession.Pair(
                    contract: held.contract.description, codeBefore: before.commissioner,
                    codeAfter: held.commissioner))
        }
        return pairs.sorted { $0.key < $1.key }.flatMap { day, pairs in
            DeriveSuccession.handovers(from: pairs, on: day, counted: "dental contracts")
        }
    }
}

import Vocabulary

/// Faults put into a patient's rows: each breaks the rule that it is named by and, but where it says so, no other.
extension InventedCare {
    mutating func plant(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        switch fault {
        case .wrongCommissioner, .specialisedToBoard, .delegatedToHub, .prisonToBoard, .movedPractice, .privatePatient:
            misassign(fault, in: &rows)
        case .closedPractice, .practiceNotOpen: for index in rows.indices { put(index, rows[index].cost.pence) }
        case .duplicate, .sameRecord, .duplicateElsewhere, .attendanceInSpell, .secondFirst, .overlappingSpell,
            .sameDaySpell:
            repeatCare(fault, in: &rows)
        case .endBeforeStart, .afterDeath, .beforeBirth: misdate(fault, in: &rows)
        case .excessDays, .excessWithoutTrim, .excessWithinTrim: extend(fault, in: &rows)
        case .wrongPrice, .lowPrice, .wrongSum, .lowSum: misprice(fault, in: &rows)
        case .ungroupable, .unlistedTariff, .lapsedTariff, .unapproved, .approvalLapsed, .approvalElsewhere:
            misgroup(fault, in: &rows)
        case .unknownService: serve(&rows, InventedMarket.uncontracted)
        case .othersService:
            serve(&rows, provider % 2 == 0 ? InventedMarket.uncontracted : InventedMarket.contractedByEven)
        case .recoverable:
            notes.recoverable.append("\(market.providers[provider].code),\(rows[1].record),road traffic")
            put(1, rows[1].cost.pence)
        case .withinPathway:
            attend(&rows[1], market.function(group % 2 == 0 ? "560" : "501"), isFirst: false)
            let (from, to) = (rows[1].start.adding(days: -draws.below(100)), rows[1].start.adding(days: 30))
            notes.pathways.append("\(market.providers[provider].code),\(rows[1].patient),\(from),\(to)")
            put(1, rows[1].cost.pence)
        case .uninvestigated:
            rows[2].investigations = 0
            let lowest = market.price(InventedMarket.lowestEmergency.pence, at: provider)
            put(2, rows[2].cost.pence - lowest)
        case .unrecorded:
            rows[1].isInSUS = true
            put(1, rows[1].cost.pence)
        case .late:
            rows[1].created = InventedMarket.freeze(month).adding(days: 1 + draws.below(20))
            put(1, rows[1].cost.pence)
        case .unbilled: break
        case .ambiguousDay, .unreadableDay: put(2, 0)
        case .unreadableAmount, .fractionOfPenny, .unreadableCount, .unreadableYear, .unreadableMonth, .raggedRow:
            put(1, rows[1].cost.pence)
        }
    }

    private mutating func misassign(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        let board = rows[1].practice.commissioner ?? 0
        switch fault {
        case .specialisedToBoard:
            (rows[1].service, rows[1].category) = (draws.chance(50) ? "NCBPS01A" : "NCBPS02R", "21")
            rows[1].commissioner = market.commissioners[board]
        case .delegatedToHub:
            (rows[1].service, rows[1].category) = ("NCBPS04G", "21")
            rows[1].commissioner = market.hub(of: board)
        case .prisonToBoard: rows[1].commissioner = market.commissioners[board]
        case .movedPractice:
            let due = rows[1].practice.commissioner(on: rows[1].start)
            rows[1].commissioner = market.commissioners[due == board ? rows[1].practice.former ?? 0 : board]
        case .privatePatient:
            rows[1].commissioner = "VPP00"
            put(1, rows[1].cost.pence, rule: "CC01")
        default:
            let other = (board + 1 + draws.below(InventedMarket.boards - 1)) % InventedMarket.boards
            rows[1].commissioner = market.commissioners[other]
        }
        put(1, rows[1].cost.pence)
    }

    private mutating func repeatCare(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        switch fault {
        case .duplicate: rows[2] = rows[1]
        case .sameRecord: (rows[2].record, rows[2].isInSUS) = (rows[1].record, false)
        case .duplicateElsewhere:
            rows[2] = rows[1]
            rows[2].provider = (provider + 1 + draws.below(InventedMarket.billing - 1)) % InventedMarket.billing
            rows[2].record = "\(market.providers[rows[2].provider].code)-\(group)-A"
            attend(&rows[2], market.function(rows[1].function), isFirst: false)
        case .attendanceInSpell:
            again(&rows, on: rows[0].start.adding(days: 2))
            // In another function than the first, so that nothing else is wrong with it.
            attend(&rows[2], otherFunction(than: rows[1].function), isFirst: false)
        case .secondFirst:
            again(&rows, on: rows[1].start.adding(days: 5))
            let followUp = market.price(market.function(rows[1].function).followUp, at: provider)
            put(2, rows[2].cost.pence - followUp)
            return
        case .overlappingSpell:
            rows[2] = rows[0]
            rows[2].start = rows[0].start.adding(days: 2)
            rows[2].end = rows[0].end.adding(days: 2)
            (rows[2].spell, rows[2].record) = ("T\(group)", record("T"))
            rebill(&rows[2])
        default:
            rows[2] = rows[0]
            rows[2].start = rows[0].end
            rows[2].end = rows[2].start.adding(days: 1)
            (rows[2].spell, rows[2].record) = ("T\(group)", record("T"))
            rebill(&rows[2])
        }
        if fault == .duplicate { rows[2].isInSUS = false }
        put(2, rows[2].cost.pence)
    }

    /// At the price of its own day.
    private func rebill(_ row: inout BilledRow) {
        if let tariff = market.spells.first(where: { $0.code == row.tariff }) { bill(&row, tariff) }
    }

    private mutating func misdate(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        switch fault {
        case .endBeforeStart:
            rows[1].end = rows[1].start.adding(days: -1)
            put(1, rows[1].cost.pence)
        case .afterDeath:
            notes.deaths.append("\(rows[2].patient),\(rows[2].start.adding(days: -1 - draws.below(3)))")
            put(2, rows[2].cost.pence)
        default:
            rows[1].age = -1
            put(1, rows[1].cost.pence)
        }
    }

    private mutating func extend(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        switch fault {
        case .excessDays:
            let due = draws.below(3)
            let over = 1 + draws.below(3)
            stayOn(&rows, beyond: due, billed: due + over)
            put(2, over * (rows[2].unitPrice / 100))
        case .excessWithoutTrim:
            stayOn(&rows, beyond: 2, billed: 2, hasTrim: false)
            put(2, rows[2].cost.pence)
        default:
            stayOn(&rows, beyond: -1, billed: 2)
            put(2, rows[2].cost.pence)
        }
    }

    private mutating func misprice(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        switch fault {
        case .wrongPrice: rows[1].bill(rows[1].cost.pence + 713)
        case .lowPrice: rows[1].bill(rows[1].cost.pence - 2)
        case .wrongSum: rows[1].cost += Money(pence: 10_000)
        default: rows[1].cost -= Money(pence: 2)
        }
        put(1, fault == .wrongPrice ? 713 : fault == .wrongSum ? 10_000 : 0)
    }

    private mutating func misgroup(_ fault: PlantedFault, in rows: inout [BilledRow]) {
        switch fault {
        case .ungroupable: bill(&rows[0], InventedMarket.ungroupable)
        case .unlistedTariff: rows[0].tariff = "WZ99X"
        case .lapsedTariff: bill(&rows[0], InventedMarket.lapsed)
        default:
            bill(&rows[0], draws.pick(InventedMarket.lowPriority))
            let start = rows[0].start
            if fault == .approvalLapsed {
                approve(rows[0], from: start.adding(days: -60), to: start.adding(days: -1))
            } else if fault == .approvalElsewhere {
                let other = (provider + 1) % InventedMarket.billing
                approve(rows[0], provider: other, from: start.adding(days: -60), to: start.adding(days: 60))
            }
        }
        put(0, rows[0].cost.pence)
    }

    private mutating func serve(_ rows: inout [BilledRow], _ function: InventedMarket.Function) {
        attend(&rows[1], function, isFirst: rows[1].pointOfDelivery == "OPFASPCL")
        put(1, rows[1].cost.pence)
    }
}

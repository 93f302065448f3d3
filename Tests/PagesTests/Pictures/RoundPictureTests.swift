import Markup
import Pages
import Priorities
import Testing
import Vocabulary

@Suite struct RoundPictureTests {
    @Test func `triangles lie end to end, steps back first, then the steepest`() throws {
        let picture = try #require(RoundCostValue(RoundSample.reading))
        for (one, next) in zip(picture.steps, picture.steps.dropFirst()) { #expect(one.to == next.from) }
        #expect(picture.steps[0].option == RoundSample.slug("outreach") && picture.steps[0].to.cost < .zero)
        let slopes = picture.steps.dropFirst().map { $0.benefit / Double($0.cost.pence) }
        #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(picture.committed.count == picture.steps.count)
        #expect(picture.committed[1].option == RoundSample.slug("school-varnish"))
    }

    @Test func `shares of places fill each bar and no more`() throws {
        let picture = try #require(RoundAcceptability(RoundSample.reading))
        #expect(picture.rows.count == 8)
        for row in picture.rows { #expect(abs(row.places.reduce(0, +) - 1) < 1e-9) }
    }

    @Test func `the exact frontier lies nowhere below the simple ranking`() throws {
        let picture = try #require(RoundFrontier(RoundSample.reading))
        for point in picture.points { #expect(point.exact.benefit >= (point.greedyBenefit ?? 0) - 1e-9) }
        let html = picture.figure(in: Sample.shell).rendered
        #expect(html.contains("1 of 15 points are not proved") && html.contains("The best found, not proved"))
    }

    @Test func `options stand in the order of how often they are taken`() throws {
        let picture = try #require(RoundSureness(RoundSample.reading))
        let cores = picture.rows.map(\.core)
        #expect(cores == cores.sorted(by: >))
        #expect(picture.description.contains("Safe out: Sedation for anxious patients"))
    }

    @Test func `without an answer there is no picture, without a solver none of what needs it`() {
        #expect(RoundCostValue(RoundSample.bareReading) == nil && RoundFrontier(RoundSample.bareReading) == nil)
        #expect(RoundYears(RoundSample.bareReading) == nil && RoundScoresHeat(RoundSample.bareReading) == nil)
        #expect(RoundSureness(RoundSample.undecided) == nil)
    }

    @Test func `the cheapest swap comes first`() throws {
        let picture = try #require(RoundSwaps(RoundSample.reading))
        #expect(picture.swaps.map(\.benefitChange) == [-1.3, -4.6, -48.8])
    }

    @Test func `a mark stands where members are far apart`() throws {
        let heat = try #require(RoundScoresHeat(RoundSample.reading))
        let contested = heat.rows.filter { $0.isContested.contains(true) }.map(\.option)
        #expect(contested == [RoundSample.slug("therapists")])
    }

    @Test(arguments: [
        ("on-place-dark", "ground-first"), ("on-place-dark", "ground-second"), ("on-place-pale", "ground-third"),
        ("on-place-pale", "ground-fourth"), ("on-place-pale", "ground-fifth"),
    ])
    func `words on a shade stand out from it by 4.5 to 1, by day and by night`(text: String, ground: String) throws {
        for theme in LookTests.themes {
            let ratio = LookTests.contrast(
                try #require(theme.colours[text]), try #require(theme.colours[ground]))
            #expect(ratio >= 4.5, "\(theme.name): \(ratio)")
        }
    }
}

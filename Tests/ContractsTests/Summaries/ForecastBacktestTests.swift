import Testing
import Vocabulary

@testable import Contracts

struct ForecastBacktestTests {
    private func trial(
        _ year: Int = 2023, at month: Int = 6, forecast: Int = 1_000, actual: Int = 1_000, deviationSum: Double = 100,
        varianceSum: Double = 1_000, isPandemic: Bool = false, isJudged: Bool = true
    ) -> ForecastTrial {
        ForecastTrial(
            year: FinancialYear(startingIn: year), month: month, contracts: 10, meanMiss: 0.02, middleExcess: 0,
            straightLineMiss: 0.05, ownProfileMiss: 0.04, nationalProfileMiss: nil, withinHalf: Share(5, of: 10)!,
            withinNineTenths: Share(9, of: 10)!, meanWidthOfHalf: 0.1, meanWidthOfNineTenths: 0.2,
            forecastTotal: Units(forecast), actualTotal: Units(actual), deviationSum: deviationSum,
            varianceSum: varianceSum, pace: 1, isPandemic: isPandemic, isJudged: isJudged, treatment: "Judged.")
    }

    @Test func `trials stand in order of year, then month`() {
        let backtest = ForecastBacktest([trial(2024, at: 3), trial(2023, at: 9), trial(2023, at: 6)])
        #expect(backtest.trials.map(\.month) == [6, 9, 3])
        #expect(backtest.months == [3, 6, 9])
    }

    @Test func `errors to either side do not cancel in what years share`() throws {
        let backtest = ForecastBacktest([trial(2022, actual: 900), trial(2023, actual: 1_100)])
        #expect(try abs(#require(backtest.sharedDeviation(at: 6)) - 0.1) < 1e-12)
    }

    @Test func `neither a pandemic year nor one that is not judged teaches how sure a total is`() throws {
        let ordinary = [trial(2022, actual: 900), trial(2023, actual: 900)]
        let with = ForecastBacktest(
            ordinary + [trial(2020, actual: 100, isPandemic: true), trial(2019, actual: 100, isJudged: false)])
        let without = ForecastBacktest(ordinary)
        #expect(with.sharedDeviation(at: 6) == without.sharedDeviation(at: 6))
        #expect(with.commonShare(at: 6) == without.commonShare(at: 6))
        let one = ForecastBacktest([trial(2022), trial(2020, isPandemic: true)])
        #expect(one.sharedDeviation(at: 6) == nil && one.commonShare(at: 6) == nil)
        #expect(without.sharedDeviation(at: 9) == nil)
    }

    @Test func `the common share is the one that makes totals as uncertain as they were`() {
        // A total missed by 100 against deviations of 100 in sum is all common; one missed by nothing is
        // (0 − 1,000) ÷ (10,000 − 1,000) common: their mean is 4 in 9.
        let backtest = ForecastBacktest([trial(2022, actual: 900), trial(2023)])
        #expect(backtest.commonShare(at: 6) == Share(4_444, of: 10_000))
    }

    @Test func `the common share is never below nothing nor above the whole`() {
        #expect(ForecastBacktest([trial(2022), trial(2023)]).commonShare(at: 6) == Share(0, of: 1))
        let far = [trial(2022, actual: 100), trial(2023, actual: 100)]
        #expect(ForecastBacktest(far).commonShare(at: 6) == .whole)
        // One contract alone: its deviation squared is its variance, so nothing tells common from own.
        let alone = [2022, 2023].map { trial($0, deviationSum: 100, varianceSum: 10_000) }
        #expect(ForecastBacktest(alone).commonShare(at: 6) == .whole)
    }

    @Test func `coverage of a year counts contracts over all its months`() throws {
        var second = trial(2023, at: 9)
        second.withinHalf = Share(20, of: 30)!
        second.withinNineTenths = Share(30, of: 30)!
        let backtest = ForecastBacktest([trial(2023), second, trial(2022)])
        let coverage = try #require(backtest.coverage(of: FinancialYear(startingIn: 2023)))
        #expect(coverage.half == Share(25, of: 40))
        #expect(coverage.nineTenths == Share(39, of: 40))
        #expect(backtest.coverage(of: FinancialYear(startingIn: 2016)) == nil)
    }

    @Test func `a forecast is compared with the best of the simple rules`() {
        var trial = trial()
        #expect(trial.bestSimpleMiss == 0.04)
        #expect(abs(trial.ratioToBest - 0.5) < 1e-12)
        trial.nationalProfileMiss = 0
        #expect(trial.ratioToBest == .infinity)
    }

    @Test func `a total foretold too high has an excess above nothing, and no total has none`() {
        #expect(abs(trial(actual: 900).totalExcess - 0.1) < 1e-12)
        #expect(trial(actual: 1_100).totalExcess < 0)
        #expect(trial(forecast: 0).totalExcess == 0)
    }
}

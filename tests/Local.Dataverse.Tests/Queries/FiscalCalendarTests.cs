using System;
using System.Globalization;
using CsCheck;
using Local.Dataverse.Queries.Calendars;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

public sealed class FiscalCalendarTests
{
    [Theory]
    [InlineData(7, 1, 2002, false, "2026-06-30", 2025, 4)]
    [InlineData(7, 1, 2002, false, "2026-07-01", 2026, 1)]
    [InlineData(7, 1, 2002, true, "2026-07-01", 2027, 1)] // called by the year in which it ends
    [InlineData(1, 1, 2002, true, "2026-07-01", 2026, 3)] // begins and ends in the same
    [InlineData(4, 6, 2003, false, "2026-04-05", 2025, 12)]
    [InlineData(4, 6, 2003, false, "2026-04-06", 2026, 1)]
    [InlineData(4, 6, 2003, false, "2026-05-05", 2026, 1)]
    [InlineData(10, 1, 2001, false, "2026-03-31", 2025, 1)]
    [InlineData(10, 1, 2001, false, "2026-04-01", 2025, 2)]
    [InlineData(10, 1, 2000, false, "2026-04-01", 2025, 1)]
    [InlineData(1, 1, 2004, false, "2026-01-28", 2026, 1)]
    [InlineData(1, 1, 2004, false, "2026-01-29", 2026, 2)]
    [InlineData(1, 1, 2004, false, "2026-12-31", 2026, 13)] // the 365th day has no period of its own
    [InlineData(2, 29, 2002, false, "2027-02-28", 2027, 1)] // from the last of February where there is no 29th
    public void ADay_IsInItsYearAndPeriod(int month, int day, int type, bool byEnd, string date, int year, int period)
    {
        var fiscal = new FiscalCalendar(month, day, (FiscalPeriodType)type, byEnd);
        var on = DateTime.Parse(date, CultureInfo.InvariantCulture);

        Assert.Equal((year, period), (fiscal.YearOf(on), fiscal.PeriodOf(on)));
    }

    [Fact]
    public void PeriodsFollowEachOther_WithoutGapOrOverlap() => Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[2000, 2004], Gen.Bool, Gen.Int[0, 4000]).Sample((month, day, type, byEnd, offset) =>
    {
        var fiscal = new FiscalCalendar(month, day, (FiscalPeriodType)type, byEnd);
        var on = new DateTime(2020, 1, 1).AddDays(offset);
        var (year, period) = (fiscal.YearOf(on), fiscal.PeriodOf(on));

        Assert.InRange(on, fiscal.StartOf(year, period), fiscal.StartOf(year, period + 1).AddDays(-1));
        Assert.Equal((fiscal.StartOf(year - 1), fiscal.StartOf(year + 1)), (fiscal.StartOf(year, 1 - fiscal.PeriodsOfYear), fiscal.StartOf(year, 1 + fiscal.PeriodsOfYear)));
    });

    [Theory]
    [InlineData(2000, "Year 1 FY2026")]
    [InlineData(2001, "Semester 1 FY2026")]
    [InlineData(2002, "Quarter 1 FY2026")]
    [InlineData(2003, "Month 1 FY2026")]
    [InlineData(2004, "Period 1 FY2026")]
    public void APeriod_ReadsByItsKind(int type, string expected) => Assert.Equal(expected, new FiscalCalendar(1, 1, (FiscalPeriodType)type, false).Read(2026, 1));
}

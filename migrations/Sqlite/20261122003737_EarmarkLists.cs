using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EarmarkLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EarmarkPlace_FundId_EarmarkId_Line",
                table: "EarmarkPlace");

            migrationBuilder.AddColumn<string>(
                name: "Letter",
                table: "EarmarkWord",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "List",
                table: "EarmarkPlace",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "EarmarkList",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EarmarkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarmarkList", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarmarkList_Earmark_EarmarkId",
                        column: x => x.EarmarkId,
                        principalTable: "Earmark",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarmarkList_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkPlace_FundId_EarmarkId_List_Line",
                table: "EarmarkPlace",
                columns: new[] { "FundId", "EarmarkId", "List", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkList_EarmarkId",
                table: "EarmarkList",
                column: "EarmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkList_FundId_EarmarkId_Number",
                table: "EarmarkList",
                columns: new[] { "FundId", "EarmarkId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarmarkList");

            migrationBuilder.DropIndex(
                name: "IX_EarmarkPlace_FundId_EarmarkId_List_Line",
                table: "EarmarkPlace");

            migrationBuilder.DropColumn(
                name: "Letter",
                table: "EarmarkWord");

            migrationBuilder.DropColumn(
                name: "List",
                table: "EarmarkPlace");

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkPlace_FundId_EarmarkId_Line",
                table: "EarmarkPlace",
                columns: new[] { "FundId", "EarmarkId", "Line" },
                unique: true);
        }
    }
}
